package dev.lodestar.processor.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import dev.lodestar.Html;
import dev.lodestar.processor.CompiledClasses;
import dev.lodestar.processor.expression.ExpressionModule;
import dev.lodestar.processor.template.check.References;
import dev.lodestar.processor.template.check.Target;
import dev.lodestar.processor.template.mark.Change;
import dev.lodestar.processor.template.parse.Fault;
import dev.lodestar.processor.template.parse.Reference;
import dev.lodestar.processor.template.parse.Templates;
import dev.lodestar.processor.type.RecordTypes;
import dev.lodestar.processor.type.ValueType.OptionalOf;
import dev.lodestar.processor.type.ValueType.Scalar;
import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.runtime.piece.Pieces;
import dev.lodestar.runtime.piece.Rendered;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;

/**
 * An application of records and templates. The record {@code Page} is rendered by {@code page.mustache}; its static
 * method {@code sample} makes the page that is rendered.
 */
final class TemplateFixture implements Templates, References {
    private static final ClassName PAGE = ClassName.get("app", "Page");
    private static final ClassName RENDERER = ClassName.get("app", "PageRenderer");
    private static final Map<Reference, Target> TARGETS = new TreeMap<>(Map.of(
            new Reference(Reference.Kind.ACTION, "counter/inc"), new Target("/a/1f", List.of(), false),
            new Reference(Reference.Kind.ACTION, "counter/dec"), new Target("/a/2f", List.of(), false),
            new Reference(Reference.Kind.ACTION, "add"),
                    new Target("/a/3f", List.of(new Target.Parameter("id", Scalar.LONG)), false),
            new Reference(Reference.Kind.ASSET, "app.css"), new Target("/assets/3f/app.css", List.of(), false),
            new Reference(Reference.Kind.VIEW, "/todos"), new Target("/todos", List.of(), false),
            new Reference(Reference.Kind.VIEW, "/chat"),
                    new Target(
                            "/chat",
                            List.of(
                                    new Target.Parameter("room", Scalar.STRING),
                                    new Target.Parameter("sort", new OptionalOf(Scalar.STRING))),
                            false),
            new Reference(Reference.Kind.VIEW, "/any"),
                    new Target("/any", List.of(new Target.Parameter("n", new OptionalOf(Scalar.INT))), true)));

    private static final String ARROW = " → ";
    private static final Pattern DECLARED = Pattern.compile("(?:record|enum|class) (\\w+)");

    private final List<JavaFileObject> sources;
    private final RecordTypes types;
    private final TreeMap<String, String> templates = new TreeMap<>();
    private Optional<ExpressionModule> module = Optional.empty();

    private TemplateFixture(List<String> types) {
        this.sources = types.stream().map(TemplateFixture::source).toList();
        this.types = ReflectedTypes.of(load(sources).values());
    }

    /** A page with these components, and a sample with these arguments. */
    static TemplateFixture page(String components, String arguments, String... moreTypes) {
        List<String> types = new ArrayList<>(List.of(moreTypes));
        types.add("record Page(" + components + ") { static Page sample() { return new Page(" + arguments + "); } }");
        return new TemplateFixture(types);
    }

    private static JavaFileObject source(String type) {
        Matcher declared = DECLARED.matcher(type);
        if (!declared.find()) {
            throw new IllegalArgumentException(type);
        }
        return JavaFileObjects.forSourceString(
                "app." + declared.group(1), "package app; import dev.lodestar.*; import java.util.*; " + type);
    }

    /** Turns expressions into functions of a module. */
    TemplateFixture into(ExpressionModule functions) {
        module = Optional.of(functions);
        return this;
    }

    TemplateFixture template(String text) {
        return template("page.mustache", text);
    }

    TemplateFixture template(String path, String text) {
        templates.put(path, text);
        return this;
    }

    Compilation compile() {
        return new TemplateCompiler(types, this, this, module).compile("page.mustache", types.get(PAGE), RENDERER);
    }

    /**
     * Compiles many templates as one, which is much quicker, and compares what each renders.
     *
     * @param expand expands what a case expects
     * @param cases each a template, an arrow and the expected text
     */
    void assertRendered(UnaryOperator<String> expand, String... cases) {
        List<String> templates = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String each : cases) {
            String[] parts = each.split(" → ", -1);
            templates.add(parts[0]);
            expected.add(parts[0] + " → " + expand.apply(parts[1]));
        }
        List<String> lines =
                template(String.join("\n", templates)).rendered().lines().toList();
        assertEquals(templates.size(), lines.size(), lines::toString);
        for (int i = 0; i < lines.size(); i++) {
            assertEquals(expected.get(i), templates.get(i) + " → " + lines.get(i));
        }
    }

    /** What the template renders. */
    String rendered() {
        return new String(renderedBytes(), UTF_8);
    }

    /** Checks what templates render, in one compilation; each case is a template, an arrow and the text. */
    void assertRenders(String... cases) {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < cases.length; i++) {
            template("case" + i + ".mustache", cases[i].substring(0, cases[i].indexOf(ARROW)));
            page.append("|{{>case").append(i).append("}}\n");
        }
        String[] lines = template(page.toString()).rendered().split("\n");
        List<String> rendered = new ArrayList<>();
        for (int i = 0; i < cases.length; i++) {
            rendered.add(templates.get("case" + i + ".mustache") + ARROW + lines[i].substring(1));
        }
        assertEquals(List.of(cases), rendered);
    }

    byte[] renderedBytes() {
        return rendered(1).get(0).toByteArray();
    }

    /**
     * The elements that a page which shows the second rendering is sent to show the third; empty if it is sent whole.
     */
    String pieces() {
        List<HtmlOutput> pages = rendered(3);
        Rendered before = Rendered.of(pages.get(1));
        byte[] events = Pieces.of(before, Rendered.of(pages.get(2)), Integer.MAX_VALUE);
        return events == null ? "" : String.join("\n", Change.elements(new String(events, UTF_8)));
    }

    /** Renders the sample again and again, each time made anew. */
    private List<HtmlOutput> rendered(int times) {
        JavaFileObject renderer = JavaFileObjects.forSourceString(RENDERER.canonicalName(), code());
        List<JavaFileObject> all = new ArrayList<>(sources);
        all.add(renderer);
        Map<String, Class<?>> classes = load(all);
        List<HtmlOutput> rendered = new ArrayList<>();
        try {
            Class<?> page = classes.get(PAGE.canonicalName());
            Method sample = page.getDeclaredMethod("sample");
            Method render = classes.get(RENDERER.canonicalName()).getDeclaredMethod("render", page, HtmlOutput.class);
            sample.setAccessible(true);
            render.setAccessible(true);
            for (int i = 0; i < times; i++) {
                HtmlOutput out = new HtmlOutput();
                render.invoke(null, sample.invoke(null), out);
                rendered.add(out);
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(code(), e);
        }
        return rendered;
    }

    /** The renderer's source. */
    String code() {
        if (compile() instanceof Compilation.Compiled compiled) {
            return JavaFile.builder(RENDERER.packageName(), compiled.renderer())
                    .skipJavaLangImports(true)
                    .indent("    ")
                    .build()
                    .toString();
        }
        throw new AssertionError(String.join("\n", faults()));
    }

    /** The faults as a developer sees them. */
    List<String> faults() {
        return compile() instanceof Compilation.Faulty faulty
                ? faulty.faults().stream().map(Fault::text).toList()
                : List.of();
    }

    /** The messages of the faults. */
    List<String> messages() {
        return compile() instanceof Compilation.Faulty faulty
                ? faulty.faults().stream().map(Fault::message).toList()
                : List.of();
    }

    @Override
    public Optional<String> read(String path) {
        return Optional.ofNullable(templates.get(path));
    }

    @Override
    public SortedSet<String> paths() {
        return templates.navigableKeySet();
    }

    @Override
    public Optional<Target> find(Reference reference) {
        return Optional.ofNullable(TARGETS.get(reference));
    }

    @Override
    public SortedSet<String> names(Reference.Kind kind) {
        SortedSet<String> names = new TreeSet<>();
        TARGETS.keySet().stream().filter(r -> r.kind() == kind).forEach(r -> names.add(r.name()));
        return names;
    }

    private static Map<String, Class<?>> load(List<JavaFileObject> sources) {
        com.google.testing.compile.Compilation compilation = Compiler.javac()
                .withOptions("--release", "17", "-Xlint:all", "-Werror", "-proc:none")
                .withClasspath(List.of(location(HtmlOutput.class), location(Html.class)))
                .compile(sources);
        if (compilation.status() != com.google.testing.compile.Compilation.Status.SUCCESS) {
            throw new AssertionError(compilation.diagnostics() + "\n" + sources.get(sources.size() - 1));
        }
        CompiledClasses classes = new CompiledClasses(compilation.generatedFiles());
        Map<String, Class<?>> loaded = new HashMap<>();
        for (String name : classes.names()) {
            try {
                loaded.put(name, classes.loadClass(name));
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
        return loaded;
    }

    private static File location(Class<?> type) {
        return new File(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
