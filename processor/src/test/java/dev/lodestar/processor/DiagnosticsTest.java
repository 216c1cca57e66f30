package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each mistake is one error, on the line that has it, in full text. */
class DiagnosticsTest {
    @TempDir
    Path resources;

    private Sources sources() {
        return Sources.in(resources);
    }

    /** An application of one class, whose body is given. */
    private Sources app(String body) {
        return sources().type("Shop", "@App class Shop {\n" + body + "\n}");
    }

    private static void assertError(Sources sources, String text) {
        assertEquals(List.of(sources.markedLine() + ": " + text), sources.errors());
    }

    @Test
    void reportsHandlersWithoutAnApp() {
        assertError(
                sources().type("Shop", """
                        class Shop {
                            @View("/") Html page() { return Html.EMPTY; } /*here*/
                        }"""),
                "[one-app] There is no application for Shop.page(): no class of this compilation has @App. Write"
                        + " @App(port = 8080, title = \"...\") on one; Main is generated beside it.");
    }

    @Test
    void reportsSecondApp() {
        assertError(
                sources().type("A", "@App class A {}").type("B", "@App /*here*/ class B {}"),
                "[one-app] The compilation has two @App classes, A and B, but one Main. Remove @App from one, or compile"
                        + " them apart.");
    }

    @Test
    void reportsPortOutOfRange() {
        assertError(
                sources().type("Shop", "@App(port = 70_000) /*here*/ class Shop {}"),
                "[app-value] The port must be from 0 to 65535, not 70000.");
    }

    @Test
    void reportsClassOfTheApplicationNamedLikeAGeneratedOne() {
        assertError(
                sources().type("Shop", "@App /*here*/ class Shop {}").type("Routes", "class Routes {}"),
                "[name-taken] The package app has a class Routes of its own, but that is the name of one that is generated"
                        + " for Shop. Rename it.");
    }

    @Test
    void reportsStringView() {
        assertError(
                app("@View(\"/\")\nString page() { return \"\"; } /*here*/"),
                "[string-view] The view Shop.page() returns String, which does not say whether it is text or markup, so it"
                        + " could be escaped twice or not at all. Return a @Template record, Html.text(...) for text, or"
                        + " Html.raw(...) for markup in which everything from outside has been escaped.");
    }

    @Test
    void reportsViewThatReturnsSomethingElse() {
        assertError(
                app("@View(\"/\")\nint page() { return 1; } /*here*/"),
                "[view-result] The view Shop.page() returns int. A view returns a record that names its template with"
                        + " @Template, or Html.");
    }

    @Test
    void reportsRecordWithoutTemplate() {
        assertError(
                app("record Page(int n) {}\n@View(\"/\")\nPage page() { return new Page(1); } /*here*/"),
                "[view-result] The view Shop.page() returns the record Page, which names no template. Write"
                        + " @Template(\"....mustache\") on Page.");
    }

    @Test
    void reportsActionThatReturnsAView() {
        assertError(
                app("@Action(\"buy\")\nHtml buy() { return Html.EMPTY; } /*here*/"),
                "[action-result] The action Shop.buy() returns dev.lodestar.Html. An action returns void, and every view is"
                        + " refreshed, or a Reply that says what the page is to do. What is to be shown belongs in a view.");
    }

    @Test
    void reportsSecondViewOnAPath() {
        assertError(
                app(
                        "@View(\"/\") Html one() { return Html.EMPTY; }\n@View(\"/\") /*here*/ Html two() { return Html.EMPTY; }"),
                "[duplicate-path] The path / belongs to Shop.one() already; Shop.two() needs another. One request is"
                        + " answered by one view.");
    }

    @Test
    void reportsPathWithoutSlash() {
        assertError(
                app("@View(\"cart\") /*here*/ Html cart() { return Html.EMPTY; }"),
                "[view-path] A view's path starts with a slash. Write @View(\"/cart\").");
    }

    @Test
    void reportsPathWithPattern() {
        assertError(
                app("@View(\"/cart/{id}\") /*here*/ Html cart() { return Html.EMPTY; }"),
                "[view-path] The path /cart/{id} must be words of letters, digits and - . _ ~, each after one slash. What"
                        + " varies goes into the query, and to the method as a @Query parameter.");
    }

    @Test
    void reportsReservedPath() {
        assertError(
                app("@View(\"/assets/list\") /*here*/ Html list() { return Html.EMPTY; }"),
                "[view-path] The path /assets/list is taken: /a/ holds the actions, /assets/ the assets, and /healthz tells"
                        + " whether the server is well. Choose another.");
    }

    @Test
    void reportsReadsThatIsNoPrefix() {
        assertError(
                app("@View(value = \"/\", reads = \"/todos/\") /*here*/ Html page() { return Html.EMPTY; }"),
                "[view-reads] reads names \"/todos/\", which is no prefix of the store's keys. Write whole words separated"
                        + " by single slashes, as in reads = \"todos\", or leave it out for a view that every commit"
                        + " refreshes.");
    }

    @Test
    void reportsSecondProvidesOfTheStore() {
        assertError(
                app("@Provides static dev.lodestar.store.Store a() { return null; }\n@Provides\n"
                        + "static dev.lodestar.store.Store b() { return null; } /*here*/"),
                "[provides] @Provides Shop.b() makes a dev.lodestar.store.Store, which another @Provides method makes too."
                        + " Keep one.");
    }

    @Test
    void reportsSecondActionOfAName() {
        assertError(
                app("@Action(\"buy\") void buy() {}\n@Action(\"buy\") /*here*/ void buyMore() {}"),
                "[duplicate-action] The name \"buy\" belongs to Shop.buy() already; Shop.buyMore() needs another. One"
                        + " request runs one action.");
    }

    @Test
    void reportsActionNameThatIsNoName() {
        assertError(
                app("@Action(\"/buy it\") /*here*/ void buy() {}"),
                "[action-name] The action's name \"/buy it\" must be words of letters, digits, - and _, separated by single"
                        + " slashes, as in \"counter/inc\".");
    }

    @Test
    void reportsRefreshOfUnknownView() {
        assertError(
                app("@View(\"/cart\") Html cart() { return Html.EMPTY; }\n"
                        + "@Action(value = \"buy\", refresh = \"/card\") /*here*/ void buy() {}"),
                "[unknown-view] refresh names \"/card\", but no view has that path. Did you mean /cart?");
    }

    @Test
    void reportsPrivateHandler() {
        assertError(
                app("@Action(\"buy\")\nprivate void buy() {} /*here*/"),
                "[not-visible] The action Shop.buy() cannot be called from Routes: it is private. Remove 'private'.");
    }

    @Test
    void reportsStaticHandler() {
        assertError(
                app("@Action(\"buy\")\nstatic void buy() {} /*here*/"),
                "[handler-method] The action Shop.buy() is static. It is called on the one object that Main makes of its"
                        + " class, which holds the state. Remove 'static'.");
    }

    @Test
    void reportsGenericHandler() {
        assertError(
                app("@Action(\"buy\")\n<T> void buy() {} /*here*/"),
                "[handler-method] The action Shop.buy() has type parameters, which no request can fill in. Remove them.");
    }

    @Test
    void reportsHandlerInAnInterface() {
        assertError(
                sources().type("Shop", "@App class Shop {}").type("Cart", """
                        interface Cart { /*here*/
                            @Action("buy") default void buy() {}
                        }"""),
                "[handler-method] The class Cart has the actions that Main makes one object for, but it is not a class."
                        + " Move them to a class.");
    }

    @Test
    void reportsHandlerInAnInnerClass() {
        assertError(
                app("class Cart { /*here*/\n@Action(\"buy\") void buy() {}\n}"),
                "[handler-method] The class Cart has the actions that Main makes one object for, but it is an inner class,"
                        + " which needs an object around it. Make it static.");
    }

    @Test
    void reportsAnnotatedClassWithoutTheMethodThatIsMeant() {
        assertError(
                sources().type("Shop", "@App class Shop {}").type("Cart", "@View(\"/cart\") /*here*/ class Cart {}"),
                "[handler-class] @View on a class means its one method 'render', but Cart has no method of that name. Write"
                        + " one, or put the annotation on the method that you mean.");
    }

    @Test
    void reportsHandlerThatAnotherPackageCannotCall() {
        assertError(
                sources().type("Shop", "@App class Shop {}").file("other.Cart", """
                        package other;
                        public class Cart {
                            @dev.lodestar.Action("buy")
                            void buy() {} /*here*/
                        }"""),
                "[not-visible] The action Cart.buy() cannot be called from Routes: it is not public and Main stands in"
                        + " another package, app. Make it public, or move it there.");
    }

    @Test
    void reportsParameterWithoutASource() {
        assertError(
                app("@Action(\"buy\")\nvoid buy(String what) {} /*here*/"),
                "[parameter] The parameter 'what' does not say where its value comes from. Write @Signal(\"what\") for one"
                        + " of the page's signals, or @Query(\"what\") for the URL's query.");
    }

    @Test
    void reportsParameterThatNoRequestCarries() {
        assertError(
                app("@Action(\"buy\")\nvoid buy(Hub hub) {} /*here*/"),
                "[parameter] The parameter 'hub' has the type dev.lodestar.Hub, which no request carries. A handler takes"
                        + " Request, Session, @Query and @Signal parameters, and a record whose components are signals. An"
                        + " object of the application belongs in the class's constructor.");
    }

    @Test
    void reportsQueryParameterOfARecord() {
        assertError(
                app("record Item(String name) {}\n@Action(\"buy\")\nvoid buy(@Query Item item) {} /*here*/"),
                "[parameter] The parameter 'item' has a type that a query cannot carry. It carries String, boolean, int,"
                        + " long, double, BigDecimal, LocalDate, LocalTime, LocalDateTime, YearMonth, Instant, an enum, and an Optional or a List of one of them.");
    }

    @Test
    void reportsBoundRecordWithAComponentThatSignalsCannotCarry() {
        assertError(
                app("record Item(String name, Thread worker) {}\n@Action(\"buy\")\nvoid buy(Item item) {} /*here*/"),
                "[parameter] The parameter 'item' is bound from a record whose component Item.worker has the type"
                        + " java.lang.Thread, which cannot be read from signals. They carry String, boolean, int, long,"
                        + " double, BigDecimal, LocalDate, LocalTime, LocalDateTime, YearMonth, Instant, an enum, records of these, and an Optional or a List of any.");
    }

    @Test
    void reportsBoxedSignal() {
        assertError(
                app("@Action(\"buy\")\nvoid buy(@Signal Integer amount) {} /*here*/"),
                "[parameter] The parameter 'amount' has the type int in its boxed form, which is null when the value is"
                        + " missing. Write the primitive type if the value must be there, and Optional if it need not.");
    }

    @Test
    void reportsEveryThatIsNoTime() {
        assertError(
                app("@Every(\"fast\") /*here*/ void tick() {}"),
                "[every] @Every(\"fast\") is not a time of at least 1 ms. Write a whole number and ms, s, m or h:"
                        + " @Every(\"100ms\").");
    }

    @Test
    void reportsEveryWithParameters() {
        assertError(
                app("@Every(\"1s\")\nvoid tick(Session session) {} /*here*/"),
                "[every] The clock Shop.tick() must take nothing, since no request calls it, and return void, or a boolean"
                        + " that tells whether anything changed.");
    }

    @Test
    void reportsProvidesOnAnInstanceMethod() {
        assertError(
                app("@Provides\nRandom random() { return new Random(); } /*here*/"),
                "[provides] @Provides Shop.random() must be a static method without type parameters that returns what it"
                        + " makes: there is no object yet to call it on.");
    }

    @Test
    void reportsSecondProvidesOfAType() {
        assertError(
                app("@Provides static Random a() { return new Random(); }\n@Provides\n"
                        + "static Random b() { return new Random(); } /*here*/"),
                "[provides] @Provides Shop.b() makes a java.util.Random, which another @Provides method makes too. Keep"
                        + " one.");
    }

    @Test
    void reportsUnknownDependency() {
        assertError(
                app("Shop(\nRandom random) {} /*here*/\n@Action(\"buy\") void buy() {}"),
                "[unknown-dependency] The parameter 'random' asks for Random, which cannot be made: Random is a class of the"
                        + " Java platform, not of the application. Ask for a class of the application that has one"
                        + " constructor, for Hub, Store, Config or Clock, or write how to make it: @Provides static Random"
                        + " random() { ... }");
    }

    @Test
    void reportsInterfaceThatNothingProvides() {
        assertError(
                app("interface Prices {}\nShop(\nPrices prices) {} /*here*/\n@Action(\"buy\") void buy() {}"),
                "[unknown-dependency] The parameter 'prices' asks for Shop.Prices, which cannot be made: Shop.Prices is an"
                        + " interface. Ask for a class of the application that has one constructor, for Hub, Store, Config or"
                        + " Clock, or write how to make it: @Provides static Shop.Prices prices() { ... }");
    }

    @Test
    void reportsCycleOfObjects() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop { Shop(Cart cart) {} @Action(\"buy\") void buy() {} }")
                        .type("Cart", "class Cart { Cart(Prices prices) {} }")
                        .type("Prices", "class Prices {\nPrices(Shop shop) {} /*here*/\n}"),
                "[dependency-cycle] The parameter 'shop' closes a circle: Shop -> Cart -> Prices -> Shop. Each object is"
                        + " made once, after those that its constructor asks for, so none of these can be made first. Move"
                        + " what both need into a class of its own, and let both ask for that one.");
    }

    @Test
    void reportsTemplateOnAClass() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop {}")
                        .type("Page", "@Template(\"page.mustache\") /*here*/ class Page {}"),
                "[template-record] @Template stands on Page, which is not a record without type parameters. The template's"
                        + " variables are the components of a record: write record Page(...) {}.");
    }

    @Test
    void reportsMissingTemplate() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop {}")
                        .template("page.mustache", "")
                        .type("Page", "@Template(\"pag.mustache\") /*here*/ record Page(int count) {}"),
                "[missing-template] There is no template pag.mustache: no file templates/pag.mustache among the resources"
                        + " (src/main/resources in a Maven build; with another build, name their folder with"
                        + " -Alodestar.resources=...). Did you mean page.mustache?");
    }

    @Test
    void reportsUnknownVariableOfATemplateOnTheRecord() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop {}")
                        .template("page.mustache", "<main>\n  <b>{{cuont}}</b>\n</main>\n")
                        .type("Page", "@Template(\"page.mustache\") /*here*/ record Page(int count) {}"),
                "[template] page.mustache:2:6: Nothing here is called cuont. Did you mean count? Page has count.\n"
                        + "      <b>{{cuont}}</b>\n"
                        + "         ^");
    }

    @Test
    void reportsUnknownActionOfATemplateOnTheRecord() {
        assertError(
                app("@Action(\"cart/add\") void add() {}")
                        .template("page.mustache", "<b data-on:click=\"@post('{{action:cart/ad}}')\">Add</b>\n")
                        .type("Page", "@Template(\"page.mustache\") /*here*/ record Page() {}"),
                "[template] page.mustache:1:26: There is no action cart/ad. Did you mean cart/add? The application has"
                        + " cart/add.\n"
                        + "    <b data-on:click=\"@post('{{action:cart/ad}}')\">Add</b>\n"
                        + "                             ^");
    }

    @Test
    void reportsMissingAsset() {
        assertError(
                sources().asset("app.css", "").type("Shop", "@App(styles = \"ap.css\") /*here*/ class Shop {}"),
                "[missing-asset] @App(styles) names the asset \"ap.css\", but there is no file assets/ap.css among the"
                        + " resources (src/main/resources in a Maven build). Did you mean app.css?");
    }

    @Test
    void reportsEveryMistakeAtOnce() {
        assertEquals(
                3,
                app("@View(\"x\") String page() { return \"\"; }\n@Every(\"0s\") void tick() {}\n"
                                + "@Action(\"a b\") void act() {}")
                        .errors()
                        .size());
    }
}
