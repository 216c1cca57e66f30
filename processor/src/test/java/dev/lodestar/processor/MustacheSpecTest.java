package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every case of the Mustache specification, version 1.4.2, through the processor: the right ones in one compilation,
 * and those that are mistakes here in another. Where the specification writes a quotation mark as {@code &quot;},
 * Lodestar writes {@code &#34;}, which means the same.
 */
class MustacheSpecTest {
    private static final List<SpecCase> CASES = Stream.of(
                    InterpolationSpec.CASES,
                    SectionsSpec.CASES,
                    InvertedSpec.CASES,
                    CommentsSpec.CASES,
                    DelimitersSpec.CASES,
                    PartialsSpec.CASES,
                    InheritanceSpec.CASES,
                    DynamicSpec.CASES)
            .flatMap(List::stream)
            .toList();

    @TempDir
    static Path folder;

    private static Compilation right;
    private static Compilation refused;

    @BeforeAll
    static void compile() {
        right = compile("right", spec -> !spec.isRefused());
        refused = compile("refused", SpecCase::isRefused);
    }

    private static Compilation compile(String name, Predicate<SpecCase> which) {
        Sources application = Sources.in(folder.resolve(name))
                .type("Spec", "@App public final class Spec { @View(\"/\") Html page() { return Html.EMPTY; } }");
        CASES.stream().filter(which).forEach(spec -> spec.addTo(application, id(spec)));
        return application.compile();
    }

    private static String id(SpecCase spec) {
        return "Case" + CASES.indexOf(spec);
    }

    @Test
    void hasEveryCaseOfTheSpecification() {
        Map<String, Long> counts =
                CASES.stream().collect(Collectors.groupingBy(SpecCase::module, TreeMap::new, Collectors.counting()));
        assertEquals(
                "{comments=12, delimiters=14, interpolation=42, inverted=22, partials=12, sections=34, ~dynamic-names=21,"
                        + " ~inheritance=27, ~lambdas=10}",
                counts.toString());
        // The specification itself has two cases named alike.
        assertEquals(
                CASES.size() - 1,
                CASES.stream()
                        .map(spec -> spec.module() + spec.name())
                        .distinct()
                        .count());
    }

    @TestFactory
    List<DynamicTest> rendersWhatTheSpecificationSays() {
        assertEquals(List.of(), right.errors());
        ClassLoader classes = new CompiledClasses(right.generatedFiles());
        List<DynamicTest> tests = new ArrayList<>();
        for (SpecCase spec : CASES) {
            if (!spec.isRefused()) {
                tests.add(test(spec, () -> assertEquals(spec.expected(), run(classes, id(spec)))));
            }
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> refusesWhatMakesNoSenseWhereTypesAreKnown() {
        List<DynamicTest> tests = new ArrayList<>();
        for (SpecCase spec : CASES) {
            if (spec.isRefused()) {
                tests.add(test(spec, () -> {
                    List<String> errors = errors(id(spec));
                    assertEquals(1, errors.size(), errors::toString);
                    assertTrue(errors.get(0).contains(spec.expected()), errors.get(0));
                }));
            }
        }
        return tests;
    }

    private static DynamicTest test(SpecCase spec, Executable executable) {
        return DynamicTest.dynamicTest(spec.module() + ": " + spec.name(), executable);
    }

    private static String run(ClassLoader classes, String id) throws ReflectiveOperationException {
        Method run = classes.loadClass("app." + id).getDeclaredMethod("run");
        run.setAccessible(true);
        return (String) run.invoke(null);
    }

    private static List<String> errors(String id) {
        return refused.errors().stream()
                .map(error -> error.getMessage(null))
                .filter(message -> message.contains(id + "/"))
                .toList();
    }
}
