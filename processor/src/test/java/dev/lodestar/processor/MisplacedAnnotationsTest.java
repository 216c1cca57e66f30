package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.App;
import dev.lodestar.processor.read.AnnotationRegistry;
import dev.lodestar.structure.ClassFiles;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No annotation of the API is forgotten by the processor, and none is silently without effect. */
class MisplacedAnnotationsTest extends Mistakes {
    /** A class body for each annotation, in which the annotation is where it cannot have an effect. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("App", "/*here*/@App interface Other {}"),
            Map.entry("View", "@View(\"/\") static Html /*here*/page() { return Html.EMPTY; }"),
            Map.entry("Action", "@Action(\"buy\") static void /*here*/buy() {}"),
            Map.entry("Every", "@Every(\"1s\") static void /*here*/tick() {}"),
            Map.entry("Connected", "@Connected static void /*here*/came() {}"),
            Map.entry("Disconnected", "@Disconnected static void /*here*/went() {}"),
            Map.entry("Provides", "@Provides Random /*here*/random() { return new Random(); }"),
            Map.entry("Template", "@Template(/*here*/\"page.mustache\") static class Page {}"),
            Map.entry("Query", "void find(/*here*/@Query String name) {}"),
            Map.entry("Signal", "void find(/*here*/@Signal String name) {}"),
            Map.entry("NotBlank", "void find(/*here*/@NotBlank String name) {}"),
            Map.entry("Size", "void find(/*here*/@Size(max = 3) String name) {}"),
            Map.entry("Min", "void find(/*here*/@Min(1) int page) {}"),
            Map.entry("Max", "void find(/*here*/@Max(9) int page) {}"),
            Map.entry("Matches", "void find(/*here*/@Matches(\"[a-z]+\") String name) {}"),
            Map.entry("Format", "@Template(\"page.mustache\") record Page(@Format(\"HH:mm\") String /*here*/time) {}"));

    static Set<String> examples() {
        return new TreeSet<>(EXAMPLES.keySet());
    }

    @Test
    void registryHasEveryAnnotationOfTheApi() throws IOException, ClassNotFoundException {
        assertEquals(annotations(), AnnotationRegistry.names());
    }

    @Test
    void everyAnnotationOfTheApiHasAnExample() throws IOException, ClassNotFoundException {
        assertEquals(
                annotations(),
                examples().stream().map(name -> "dev.lodestar." + name).collect(Collectors.toSet()));
    }

    private static Set<String> annotations() throws IOException, ClassNotFoundException {
        try (ClassFiles api = ClassFiles.beside(App.class)) {
            Set<String> annotations = new HashSet<>();
            for (String name : api.names()) {
                if (Class.forName(name).isAnnotation()) {
                    annotations.add(name);
                }
            }
            return annotations;
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isAnErrorOnTheElementItself(String annotation) {
        Sources sources = app(EXAMPLES.get(annotation)).template("page.mustache", "");
        List<String> errors = sources.errors();
        assertEquals(1, errors.size(), errors::toString);
        assertTrue(errors.get(0).startsWith(sources.mark() + ": ["), errors::toString);
    }

    /** The class has no other annotation that would bring it to the processor's attention. */
    @Test
    void isAnErrorInAClassThatHasNoOtherAnnotation() {
        assertError(
                beside("Cart", "class Cart { Cart(/*here*/@Size(max = 3) String name) {} }"),
                "[stray-parameter] @Size is on a parameter of the constructor of Cart, which no request calls, so it"
                        + " has no effect. Move it to a parameter of a @View or @Action method, which can pass the"
                        + " value on.");
    }

    @Test
    void onTheWrongKindOfElementIsTheCompilersOwnError() {
        List<String> errors = app("@View(\"/\") Html page; @Template(\"page.mustache\") void show() {}")
                .errors();
        assertFalse(errors.isEmpty());
        assertTrue(errors.stream().noneMatch(error -> error.contains("[internal-error]")), errors::toString);
    }
}
