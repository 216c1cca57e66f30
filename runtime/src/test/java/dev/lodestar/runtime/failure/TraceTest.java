package dev.lodestar.runtime.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceTest {
    private static final StackTraceElement FRAMEWORK =
            new StackTraceElement("dev.lodestar.runtime.hub.Feed", "render", "Feed.java", 3);
    private static final StackTraceElement JDK = new StackTraceElement("java.util.List", "of", "List.java", 1);
    private static final StackTraceElement RENDERER =
            new StackTraceElement("shop.CartRenderer", "render", "CartRenderer.java", 3);
    private static final StackTraceElement OWN = new StackTraceElement("shop.Item", "price", "Item.java", 1);

    @TempDir
    Path project;

    private String trace(StackTraceElement... frames) {
        Exception failure = new Exception();
        failure.setStackTrace(frames);
        return new Trace(new SourceLines(project)).of(failure);
    }

    @Test
    void showsTheApplicationsOwnLinesAndTheSourceOfTheFirst() throws Exception {
        write("src/main/java/shop/Item.java", "one\ntwo\nthree\nfour\n");
        write(
                "target/generated-sources/annotations/shop/CartRenderer.java",
                "/**\n * Renders {@code cart.mustache}.\n */\n");

        assertEquals(
                "> 1  one\n  2  two\n  3  three\n\n"
                        + "  at shop.Item.price(Item.java:1)\n"
                        + "  at shop.CartRenderer.render(CartRenderer.java:3) of cart.mustache\n",
                trace(JDK, OWN, RENDERER, FRAMEWORK));
    }

    @Test
    void worksWithoutSources() {
        assertEquals("  at shop.Item.price(Item.java:1)\n", trace(OWN, FRAMEWORK));
        assertEquals("  at shop.Item.price(?)\n", trace(new StackTraceElement("shop.Item", "price", null, -1)));
    }

    @Test
    void showsTheFrameworksLinesIfThereAreNoOthers() {
        assertEquals(
                "  at java.util.List.of(List.java:1)\n  at dev.lodestar.runtime.hub.Feed.render(Feed.java:3)\n",
                trace(JDK, FRAMEWORK));
    }

    private void write(String name, String text) throws Exception {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
