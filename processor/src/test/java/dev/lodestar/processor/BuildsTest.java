package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the processor the way builds do: with the {@code javac} tool, in the folders of a plain project. */
class BuildsTest {
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    Path project;

    @BeforeEach
    void writeProject() throws IOException {
        write("src/app/Shop.java", """
                package app;
                import dev.lodestar.*;
                @App(styles = "shop.css") class Shop {
                    @View("/") Page page() { return new Page("tea"); }
                }""");
        write("src/app/Page.java", """
                package app;
                @dev.lodestar.Template("page.mustache") record Page(String name) {}""");
        write("src/app/Cart.java", """
                package app;
                import dev.lodestar.*;
                class Cart { @Action("cart/add") void add() {} }""");
        write("classes/templates/page.mustache", "<p>{{name}}</p>");
        write("classes/assets/shop.css", "p { color: red }");
    }

    private void write(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /**
     * Compiles like {@code javac -cp ... -processorpath ... -d classes}, and returns the output.
     *
     * @param sources files, classes and further options
     */
    private String javac(String... sources) {
        return javac(project.resolve("classes"), sources);
    }

    private String javac(Path output, String... sources) {
        List<String> arguments = new ArrayList<>(List.of(
                "-cp",
                CLASS_PATH + System.getProperty("path.separator") + project.resolve("classes"),
                "-processorpath",
                CLASS_PATH,
                "-Alodestar.resources=" + project.resolve("classes"),
                "-d",
                output.toString()));
        for (String source : sources) {
            boolean isFile = source.endsWith(".java");
            arguments.add(isFile ? project.resolve("src/app/" + source).toString() : source);
        }
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ToolProvider.getSystemJavaCompiler().run(null, printed, printed, arguments.toArray(String[]::new));
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String generated(String name) throws IOException {
        return Files.readString(project.resolve("classes/app/" + name));
    }

    @Test
    void compilingAgainPicksUpChangedTemplatesAndAssets() throws IOException {
        assertEquals("", javac("Shop.java", "Page.java", "Cart.java"));
        assertTrue(generated("PageRenderer.java").contains("<p>"));
        String assets = generated("Assets.java");

        write("classes/templates/page.mustache", "<b>{{name}}</b>");
        write("classes/assets/shop.css", "p { color: blue }");
        assertEquals("", javac("Shop.java", "Page.java", "Cart.java"));
        assertTrue(generated("PageRenderer.java").contains("<b>"));
        assertFalse(generated("Assets.java").equals(assets));

        Files.delete(project.resolve("classes/templates/page.mustache"));
        Files.delete(project.resolve("classes/assets/shop.css"));
        String printed = javac("Shop.java", "Page.java", "Cart.java");
        assertTrue(printed.contains("[missing-template]"), printed);
        assertTrue(printed.contains("[missing-asset]"), printed);
    }

    @Test
    void orderOfTheSourcesDoesNotChangeTheOutput() throws IOException {
        javac(Files.createDirectory(project.resolve("one")), "Shop.java", "Page.java", "Cart.java");
        javac(Files.createDirectory(project.resolve("two")), "Cart.java", "Page.java", "Shop.java");

        Map<String, String> one = files("one");
        assertTrue(one.containsKey("app/lodestar.table"), one.keySet()::toString);
        assertEquals(one, files("two"));
    }

    private Map<String, String> files(String folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        Path root = project.resolve(folder);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // Every byte as one character.
                contents.put(
                        root.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    @Test
    void refusesACompilationThatLeavesOutClassesOfTheApplication() throws IOException {
        assertEquals("", javac("Shop.java", "Page.java", "Cart.java"));
        for (String generated : List.of("Main", "Routes", "Templates", "Views", "Actions", "Assets", "PageRenderer")) {
            Files.delete(project.resolve("classes/app/" + generated + ".java"));
        }

        String printed = javac("Shop.java", "Page.java");
        assertTrue(
                printed.contains(
                        "[partial-compilation] Main also uses Cart, whose source is not part of this compilation,"
                                + " and would lose it."),
                printed);
        printed = javac("Shop.java", "Cart.java");
        assertTrue(
                printed.contains(
                        "[view-result] The view Shop.page() returns the record Page, which is already" + " compiled"),
                printed);
        printed = javac("Cart.java");
        assertTrue(printed.contains("[one-app] Cart.add() belongs to no application"), printed);

        Files.delete(project.resolve("src/app/Cart.java"));
        Files.delete(project.resolve("classes/app/Cart.class"));
        assertEquals("", javac("Shop.java", "Page.java"), "the class is gone, and so is the action");
    }

    @Test
    void usesCompiledClassesWithoutAnnotations() throws IOException {
        write("src/app/Prices.java", "package app; class Prices { Prices(dev.lodestar.Hub hub) {} }");
        write("src/app/Cart.java", """
                package app;
                import dev.lodestar.*;
                class Cart { Cart(Prices prices) {} @Action("cart/add") void add() {} }""");
        assertEquals("", javac("Shop.java", "Page.java", "Cart.java", "Prices.java"));
        Files.delete(project.resolve("classes/app/Main.java"));
        assertEquals("", javac("Shop.java", "Page.java", "Cart.java"), "Prices has no annotation: its class will do");
        assertTrue(generated("Main.java").contains("new Prices(server.hub())"));
    }

    /** Gradle compiles only changed sources, and gives the processor the class files of the others. */
    @Test
    void readsClassFilesThatGradleNamesInsteadOfSources() throws IOException {
        write("src/app/Cart.java", """
                package app;
                import dev.lodestar.*;
                class Cart { @Action("cart/add") void add(@Signal int amount) {} }""");
        assertEquals("", javac("-parameters", "Shop.java", "Page.java", "Cart.java"));
        String routes = generated("Routes.java");
        Files.delete(project.resolve("classes/app/Routes.java"));

        assertEquals("", javac("Shop.java", "app.Cart", "app.Page"));
        assertEquals(routes, generated("Routes.java"));

        javac("Shop.java", "Page.java", "Cart.java");
        String printed = javac("Shop.java", "app.Cart", "app.Page");
        assertTrue(printed.contains("[parameter] The parameter 'arg0' has lost its name"), printed);
    }
}
