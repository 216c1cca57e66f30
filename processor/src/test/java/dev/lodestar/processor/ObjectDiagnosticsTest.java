package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Constructor parameters that Main can and cannot create objects for. */
class ObjectDiagnosticsTest {
    @TempDir
    Path resources;

    /** The reason in each error: what follows the name of the type. */
    private static List<String> reasons(List<String> errors) {
        return errors.stream()
                .map(error -> error.replaceFirst(":\\d+:", ":"))
                .map(error -> error.replaceAll(
                        "\\[unknown-dependency] The parameter '.*' asks for (.*), which Main cannot create: \\1 ", ""))
                .map(error -> error.replaceAll("\\. Ask for a class of the application .*", ""))
                .toList();
    }

    @Test
    void saysWhyEachParameterCannotBeCreated() {
        assertEquals(
                List.of(
                        "13: is an inner class",
                        "14: is abstract",
                        "15: is not a class",
                        "16: has 2 constructors that are not private, so it is not clear which one to call; make"
                                + " all but one private",
                        "17: has a constructor that Main cannot call: it is private. Remove 'private'",
                        "18: has type parameters",
                        "19: is not a class",
                        "20: is not a class",
                        "21: is an interface",
                        "22: is not visible to Main: it is private. Remove 'private'",
                        "3: is not visible to Main: it is not public, and Main is in another package, app. Make it"
                                + " public, or move it there"),
                reasons(Sources.in(resources).type("Shop", """
                                @App class Shop {
                                class Inner {}
                                abstract static class Abstract {}
                                enum Kind { A }
                                static class Two { Two() {} Two(int n) {} }
                                static class Closed { private Closed() {} }
                                static class Generic<T> {}
                                interface Prices {}
                                static class Fixed implements Prices {}
                                private static class Hidden {}
                                @Action("buy") void buy() {}
                                Shop(
                                Inner inner,
                                Abstract abstracted,
                                Kind kind,
                                Two two,
                                Closed closed,
                                Generic<String> generic,
                                int count,
                                String[] names,
                                Prices prices,
                                Hidden hidden) {}
                                }""").file("other.Cart", """
                                package other;
                                public class Cart {
                                    public Cart(Near near) {}
                                    @dev.lodestar.Action("fill") public void fill() {}
                                }
                                class Near {}""").errors().stream()
                        .filter(error -> error.contains("unknown-dependency"))
                        .toList()));
    }

    @Test
    void usesTheOnlyConstructorThatIsNotPrivateAndProvidesMethods() {
        Compilation compilation = Sources.in(resources).type("Shop", """
                @App class Shop {
                    Shop(List<String> names, java.util.function.Supplier<Random> dice, int[] odds, Prices prices, Rates rates, long seed) {}
                    private Shop() { this(null, null, null, null, null, 0); }
                    @Action("buy") void buy() {}
                    interface Prices {}
                    static class Fixed implements Prices { Fixed(List<String> names) {} }
                    record Rates(Fixed fixed, String... none) {}
                    @Provides static List<String> names() { return List.of(); }
                    @Provides static java.util.function.Supplier<Random> dice() { return Random::new; }
                    @Provides static int[] odds() { return new int[0]; }
                    @Provides static String[] none() { return new String[0]; }
                    @Provides static Prices prices(Fixed fixed) { return fixed; }
                    static class Seeds<T> { @Provides static long seed() { return 1; } }
                }""").compile();

        assertEquals(List.of(), compilation.errors());
        String main = Sources.generated(compilation, "app/Main.java");
        Stream.of(
                        "Shop.Fixed fixed = new Shop.Fixed(list)",
                        "Objects.requireNonNull(Shop.prices(fixed), ",
                        "new Shop.Rates(fixed, ",
                        "= Shop.Seeds.seed();")
                .forEach(code -> assertTrue(main.contains(code), () -> code + " in " + main));
    }

    @Test
    void reportsProvidesOfATypeThatIsNotVisible() {
        assertEquals(
                List.of("3:31: [not-visible] @Provides Shop.secrets() cannot be called from Main: its return type"
                        + " mentions app.Shop.Secret, which Main cannot refer to: it is private. Remove"
                        + " 'private'."),
                Sources.in(resources).type("Shop", """
                        @App class Shop {
                        private static class Secret {}
                        @Provides static List<Secret> secrets() { return List.of(); }
                        @Action("buy") void buy() {}
                        }""").errors());
    }
}
