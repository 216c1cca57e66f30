package dev.lodestar.processor;

import org.junit.jupiter.api.Test;

/** Mistakes in what makes objects. */
class ObjectMistakesTest extends Mistakes {
    @Test
    void providesOnAnInstanceMethod() {
        assertError(
                app("""
@Provides
Random /*here*/random() { return new Random(); }"""),
                "[provides] @Provides Shop.random() must be a static method without type parameters"
                        + " that returns what it makes: there is no object yet to call it on.");
    }

    @Test
    void providesThatMakesNothing() {
        assertError(
                app("""
@Provides
static void /*here*/random() {}"""),
                "[provides] @Provides Shop.random() must be a static method without type parameters"
                        + " that returns what it makes: there is no object yet to call it on.");
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
                "[thrown] @Provides Shop.random() throws java.lang.Throwable, but generated code"
                        + " passes on nothing beyond an Exception. Write 'throws Exception' or, better, the"
                        + " exceptions that it throws.");
    }

    @Test
    void secondProvidesOfAType() {
        assertError(
                app("""
@Provides static Random a() { return new Random(); }
@Provides static Random /*here*/b() { return new Random(); }"""),
                "[provides] @Provides Shop.b() makes a java.util.Random, which another @Provides"
                        + " method makes too. Keep one.");
    }

    @Test
    void secondProvidesOfTheStore() {
        assertError(
                app("""
@Provides static dev.lodestar.store.Store a() { return null; }
@Provides static dev.lodestar.store.Store /*here*/b() { return null; }"""),
                "[provides] @Provides Shop.b() makes a dev.lodestar.store.Store, which another"
                        + " @Provides method makes too. Keep one.");
    }

    @Test
    void providesOfWhatTheFrameworkHas() {
        assertError(
                app("""
@Provides static Hub /*here*/hub() { return null; }"""),
                "[provides] @Provides Shop.hub() makes a dev.lodestar.Hub, which the framework makes"
                        + " too. Keep one.");
    }

    @Test
    void unknownDependency() {
        assertError(
                app("""
Shop(Random /*here*/random) {}
@Action("buy") void buy() {}"""),
                "[unknown-dependency] The parameter 'random' asks for Random, which cannot be made:"
                        + " Random is a class of the Java platform, not of the application. Ask for a class of"
                        + " the application that has one constructor, for Hub, Store, Config or Clock, or write"
                        + " how to make it: @Provides static Random random() { ... }");
    }

    @Test
    void sessionInAConstructor() {
        assertError(
                app("""
Shop(Session /*here*/session) {}
@Action("buy") void buy() {}"""),
                "[unknown-dependency] The parameter 'session' asks for Session, which cannot be made:"
                        + " Session belongs to one request, so it is a parameter of handlers and not of"
                        + " constructors. Ask for a class of the application that has one constructor, for Hub,"
                        + " Store, Config or Clock, or write how to make it: @Provides static Session session()"
                        + " { ... }");
    }

    @Test
    void interfaceThatNothingProvides() {
        assertError(
                app("""
interface Prices {}
Shop(Prices /*here*/prices) {}
@Action("buy") void buy() {}"""),
                "[unknown-dependency] The parameter 'prices' asks for Shop.Prices, which cannot be"
                        + " made: Shop.Prices is an interface. Ask for a class of the application that has one"
                        + " constructor, for Hub, Store, Config or Clock, or write how to make it: @Provides"
                        + " static Shop.Prices prices() { ... }");
    }

    @Test
    void dependencyWithAPrivateConstructor() {
        assertError(
                app("""
static class Prices { private Prices() {} }
Shop(Prices /*here*/prices) {}
@Action("buy") void buy() {}"""),
                "[unknown-dependency] The parameter 'prices' asks for Shop.Prices, which cannot be"
                        + " made: Shop.Prices has a constructor that Main cannot call: it is private. Remove"
                        + " 'private'. Ask for a class of the application that has one constructor, for Hub,"
                        + " Store, Config or Clock, or write how to make it: @Provides static Shop.Prices"
                        + " prices() { ... }");
    }

    @Test
    void dependencyWithTwoConstructors() {
        assertError(
                app("""
static class Prices { Prices() {} Prices(Hub hub) {} }
Shop(Prices /*here*/prices) {}
@Action("buy") void buy() {}"""),
                "[unknown-dependency] The parameter 'prices' asks for Shop.Prices, which cannot be"
                        + " made: Shop.Prices has 2 constructors that are not private, so it is not clear which"
                        + " to call; make all but one private. Ask for a class of the application that has one constructor, for Hub,"
                        + " Store, Config or Clock, or write how to make it: @Provides static Shop.Prices"
                        + " prices() { ... }");
    }

    @Test
    void cycleOfObjects() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop { Shop(Cart cart) {} @Action(\"buy\") void buy() {} }")
                        .type("Cart", "class Cart { Cart(Prices prices) {} }")
                        .type("Prices", "class Prices { Prices(Shop /*here*/shop) {} }"),
                "[dependency-cycle] The parameter 'shop' closes a circle: Shop -> Cart -> Prices ->"
                        + " Shop. Each object is made once, after those that its constructor asks for, so none"
                        + " of these can be made first. Move what both need into a class of its own, and let"
                        + " both ask for that one.");
    }
}
