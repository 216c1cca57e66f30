package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that fails while its objects are being created. */
class StartFailureTest {
    private static final String SHOP = """
            package app;
            import dev.lodestar.*;
            import java.util.*;
            @App public final class Shop {
                public static final List<String> ended = new ArrayList<>();
                public static String fault = "";
                Shop(One one, Two two, Prices prices, Last last) {}
                @Action("buy") void buy() {}
                interface Prices {}
                static class One implements AutoCloseable {
                    public void close() { ended.add("one"); throw new IllegalStateException("on purpose"); }
                }
                record Two(One one) implements AutoCloseable { public void close() { ended.add("two"); } }
                @Provides static Prices prices(Two two) { return fault.equals("null") ? null : new Prices() {}; }
                static class Last {
                    Last(Prices prices) throws java.io.IOException {
                        if (fault.equals("throw")) throw new java.io.IOException("no disk");
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    @SuppressWarnings("unchecked")
    void closesTheObjectsCreatedSoFarInReverseOrder() throws Exception {
        CompiledApplication application = CompiledApplication.of(folder, "Shop", SHOP);
        List<String> ended =
                (List<String>) application.type("Shop").getField("ended").get(null);

        application.type("Shop").getField("fault").set(null, "throw");
        Exception failure = assertThrows(java.io.IOException.class, application::start);
        assertEquals("no disk", failure.getMessage());
        assertEquals("app.Shop$Last", failure.getStackTrace()[0].getClassName());
        assertEquals(List.of("two", "one"), ended);

        application.type("Shop").getField("fault").set(null, "null");
        assertEquals(
                "@Provides Shop.prices() returned null.",
                assertThrows(NullPointerException.class, application::start).getMessage());
        assertEquals(List.of("two", "one", "two", "one"), ended);
    }
}
