package dev.lodestar.processor;

import org.junit.jupiter.api.Test;

/** Mistakes in constructors and {@code @Provides} methods. */
class ObjectMistakesTest extends Mistakes {
    @Test
    void providesOnAnInstanceMethod() {
        assertError(
                app("""
@Provides
Random /*here*/random() { return new Random(); }"""),
                "[provides] @Provides Shop.random() must be a static method without type parameters that returns"
                        + " the object it makes: Main calls it before there is any object of its class.");
    }

    @Test
    void providesThatReturnsNothing() {
        assertError(
                app("""
@Provides
static void /*here*/random() {}"""),
                "[provides] @Provides Shop.random() must be a static method without type parameters that returns"
                        + " the object it makes: Main calls it before there is any object of its class.");
    }

    @Test
    void privateProvides() {
        assertError(
                app("""
@Provides
private static Random /*here*/random() { return new Random(); }"""),
                "[not-visible] @Provides Shop.random() cannot be called from Main: it is private."
                        + " Remove 'private'.");
    }

    @Test
    void providesThatThrowsAnything() {
        assertError(
                app("""
@Provides
static Random /*here*/random() throws Throwable { return new Random(); }"""),
                "[thrown] @Provides Shop.random() throws java.lang.Throwable, but generated code passes on only"
                        + " an Exception or an Error. Write 'throws Exception' or, better, the exceptions that it"
                        + " does throw.");
    }

    @Test
    void twoProvidesOfTheSameType() {
        assertError(
                app("""
@Provides static Random a() { return new Random(); }
@Provides static Random /*here*/b() { return new Random(); }"""),
                "[provides] @Provides Shop.b() makes a java.util.Random, and so does another @Provides method."
                        + " Keep only one of them.");
    }

    @Test
    void twoProvidesOfTheStore() {
        assertError(
                app("""
@Provides static dev.lodestar.store.Store a() { return null; }
@Provides static dev.lodestar.store.Store /*here*/b() { return null; }"""),
                "[provides] @Provides Shop.b() makes a dev.lodestar.store.Store, and so does another @Provides"
                        + " method. Keep only one of them.");
    }

    @Test
    void providesOfWhatTheFrameworkHas() {
        assertError(
                app("""
@Provides static Hub /*here*/hub() { return null; }"""),
                "[provides] @Provides Shop.hub() makes a dev.lodestar.Hub, and so does the framework. Remove the"
                        + " method.");
    }

    @Test
    void unknownDependency() {
        assertError(
                app("""
Shop(Random /*here*/random) {}
@Action("buy") void buy() {}"""),
                "[unknown-dependency] The parameter 'random' asks for Random, which Main cannot create: Random is"
                        + " a class of the Java platform, not of the application. Ask for a class of the"
                        + " application that has one constructor, or for Hub, Store, Config or Clock, or write a"
                        + " method that returns one: @Provides static Random random() { ... }");
    }

    @Test
    void sessionInAConstructor() {
        assertError(
                app("""
Shop(Session /*here*/session) {}
@Action("buy") void buy() {}"""),
                "[unknown-dependency] The parameter 'session' asks for Session, which belongs to a single"
                        + " request, so no object can keep it. Take it as a parameter of the handlers, and pass it"
                        + " on from there.");
    }

    @Test
    void interfaceThatNothingProvides() {
        assertError(
                app("""
interface Prices {}
Shop(Prices /*here*/prices) {}
@Action("buy") void buy() {}"""),
                "[unknown-dependency] The parameter 'prices' asks for Shop.Prices, which Main cannot create:"
                        + " Shop.Prices is an interface. Ask for a class of the application that has one"
                        + " constructor, or for Hub, Store, Config or Clock, or write a method that returns one:"
                        + " @Provides static Shop.Prices prices() { ... }");
    }

    @Test
    void dependencyWithAPrivateConstructor() {
        assertError(
                app("""
static class Prices { private Prices() {} }
Shop(Prices /*here*/prices) {}
@Action("buy") void buy() {}"""),
                "[unknown-dependency] The parameter 'prices' asks for Shop.Prices, which Main cannot create:"
                        + " Shop.Prices has a constructor that Main cannot call: it is private. Remove 'private'."
                        + " Ask for a class of the application that has one constructor, or for Hub, Store, Config"
                        + " or Clock, or write a method that returns one: @Provides static Shop.Prices prices() {"
                        + " ... }");
    }

    @Test
    void dependencyWithTwoConstructors() {
        assertError(
                app("""
static class Prices { Prices() {} Prices(Hub hub) {} }
Shop(Prices /*here*/prices) {}
@Action("buy") void buy() {}"""),
                "[unknown-dependency] The parameter 'prices' asks for Shop.Prices, which Main cannot create:"
                        + " Shop.Prices has 2 constructors that are not private, so it is not clear which one to"
                        + " call; make all but one private. Ask for a class of the application that has one"
                        + " constructor, or for Hub, Store, Config or Clock, or write a method that returns one:"
                        + " @Provides static Shop.Prices prices() { ... }");
    }

    @Test
    void dependencyCycle() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop { Shop(Cart cart) {} @Action(\"buy\") void buy() {} }")
                        .type("Cart", "class Cart { Cart(Prices prices) {} }")
                        .type("Prices", "class Prices { Prices(Shop /*here*/shop) {} }"),
                "[dependency-cycle] The parameter 'shop' completes a cycle: Shop -> Cart -> Prices -> Shop. Each"
                        + " object is created after those that its constructor takes, so none of these can be the"
                        + " first. Move what they share into a class of its own, and let each of them take that.");
    }
}
