package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Breaks a valid application at random in thousands of ways. The processor must never throw, and must never cause
 * errors in generated code alone. {@code -Dlodestar.mutations=5000} tries more mutations than the build does.
 */
class MutationTest {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final int MUTATIONS = Integer.getInteger("lodestar.mutations", 200);
    private static final long SEED = Long.getLong("lodestar.seed", 20_240_521L);

    private static final String SHOP = """
            package app;
            import dev.lodestar.*;
            import java.util.*;
            import java.time.Clock;

            @App(port = 8080, title = "Shop", lang = "en", styles = "shop.css", icon = "shop.css")
            public final class Shop extends Base<String> implements Comparable<Shop> {
                enum Size { SMALL, LARGE }
                record Item(String name, Size size, Optional<Integer> amount, List<Item> parts) {}
                @Template("shop.mustache")
                record Page(List<Item> items, Size size, boolean open, Html note, String link) {}
                interface Prices { int of(String name); }
                static final String CART = "/cart";

                Shop(Hub hub, Clock clock, Prices prices) throws java.io.IOException {}

                @Provides static Prices prices(Config config) { return name -> 1; }
                @View("/") Page page() { return new Page(List.of(), Size.SMALL, true, Html.EMPTY, "/"); }
                @View(value = CART, title = "Cart", reads = {"carts", "items/new"})
                Html cart(@Query("id") int id, @Query Optional<Size> size) { return Html.EMPTY; }
                @Action(value = "cart/add", refresh = {"/cart", "/"})
                void add(Item item, @Signal("draft.title") String title, Session session) {}
                @Action("cart/order") Reply order(@Signal List<Item> items, Request request) { return Reply.unchanged(); }
                @Every(value = "100ms", refresh = CART) boolean tick() { return false; }
                @Connected(CART) void came(@Query("id") int id, Session session) {}
                @Disconnected(refresh = {"/", CART}) boolean went(@Query Optional<String> id) { return true; }
                @Override public int compareTo(Shop other) { return 0; }
            }
            abstract class Base<T> { T value; }
            @View("/about") class About { Html render() { return Html.EMPTY; } }
            @Action("about/close") class Close { Close(About about) {} void handle(@Query String why) {} }
            """;

    private static final String PAGE = """
            <main id="shop" class="{{size}}" style="color: red">
              {{! everything there is }}
              {{#open}}<a href="{{link}}">{{>note}}</a>{{/open}}{{^open}}Closed{{/open}}
              <ul>
                {{#items}}
                <li data-signals:name="{{name}}">{{name}} {{#amount}}{{.}}{{/amount}} {{#parts}}{{name}}, {{size}}{{/parts}}</li>
                {{/items}}
              </ul>
              <button data-on:click="@post('{{action:cart/add}}')">Add</button>
              <a href="{{view:/cart id=1}}"><img src="{{asset:shop.css}}" alt=""></a>
              {{{note}}}
            </main>
            """;

    @TempDir
    Path resources;

    @TempDir
    Path output;

    @Test
    void noMistakeMakesTheProcessorThrowOrIsReportedOnlyInGeneratedCode() throws IOException {
        try (StandardJavaFileManager files = JAVAC.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            mutate(files);
        }
    }

    private void mutate(StandardJavaFileManager files) {
        assertEquals(List.of(), compile(SHOP, PAGE, files), "the application as it was");
        Mutation mutation = new Mutation(new Random(SEED));
        for (int i = 0; i < MUTATIONS; i++) {
            boolean inTemplate = i % 3 == 0;
            String shop = inTemplate ? SHOP : mutation.of(SHOP);
            String page = inTemplate ? mutation.of(PAGE) : PAGE;
            List<Diagnostic<? extends JavaFileObject>> errors = compile(shop, page, files);
            String told = "mutation " + i + " made\n" + (inTemplate ? page : shop) + "\nand that gave " + errors;
            assertTrue(errors.stream().noneMatch(e -> e.getMessage(Locale.ROOT).contains("[internal-error]")), told);
            assertTrue(errors.isEmpty() || errors.stream().anyMatch(e -> !isGenerated(e.getSource())), told);
        }
    }

    private List<Diagnostic<? extends JavaFileObject>> compile(
            String shop, String page, StandardJavaFileManager files) {
        Sources sources = Sources.in(resources)
                .file("app.Shop", shop)
                .asset("shop.css", "main { color: red }")
                .template("note.mustache", "<b>{{link}}</b>")
                .template("shop.mustache", page);
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaCompiler.CompilationTask task =
                JAVAC.getTask(Writer.nullWriter(), files, found, sources.options(), null, sources.files());
        task.setProcessors(List.of(new LodestarProcessor()));
        task.call();
        return found.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    private boolean isGenerated(JavaFileObject source) {
        return source != null && source.getName().startsWith(output.toString());
    }
}
