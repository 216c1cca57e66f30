package dev.lodestar.processor;

import org.junit.jupiter.api.Test;

/** Mistakes on the application and in its files. */
class AppMistakesTest extends Mistakes {
    @Test
    void handlersWithoutAnApp() {
        assertError(
                sources().type("Shop", """
class Shop {
    @View("/") Html /*here*/page() { return Html.EMPTY; }
}"""),
                "[one-app] There is no application for Shop.page(): no class of this compilation has"
                        + " @App. Write @App(port = 8080, title = \"...\") on one; Main is generated beside it.");
    }

    @Test
    void secondApp() {
        assertError(
                sources().type("A", "@App class A {}").type("B", "/*here*/@App class B {}"),
                "[one-app] The compilation has two @App classes, A and B, but one Main. Remove @App"
                        + " from one, or compile them apart.");
    }

    @Test
    void appOnAnInterface() {
        assertError(
                sources().type("Shop", "/*here*/@App interface Shop {}"),
                "[app-class] @App stands on Shop, which is not a class. Write class Shop { ... }.");
    }

    @Test
    void appOnAnEnum() {
        assertError(
                sources().type("Shop", "/*here*/@App enum Shop { ONLY }"),
                "[app-class] @App stands on Shop, which is not a class. Write class Shop { ... }.");
    }

    @Test
    void appOnAnAbstractClass() {
        assertError(
                sources().type("Shop", "/*here*/@App abstract class Shop {}"),
                "[app-class] @App stands on Shop, which is abstract, so there cannot be one of it."
                        + " Remove 'abstract'.");
    }

    @Test
    void appOnAPrivateClass() {
        assertError(
                sources().type("Outer", "class Outer { /*here*/@App private static class Shop {} }"),
                "[app-class] @App stands on Shop, which Main, beside it, cannot name: it is private."
                        + " Remove 'private'.");
    }

    @Test
    void sessionsAreToBeKeptAndThereIsNoStore() {
        assertError(
                sources().type("Shop", """
@App(storedSessions = /*here*/true) class Shop {
    Shop(dev.lodestar.store.Store store) {}
    @View("/") Html page() { return Html.EMPTY; }
}"""),
                "[stored-sessions] The sessions are to be kept in the store, but the application opens none, and"
                        + " without one they end with the process. Open one, as in @Provides static Store store() {"
                        + " return MvStores.open(Path.of(\"data/app\")); }, or leave storedSessions out.");
    }

    @Test
    void portOutOfRange() {
        assertError(
                sources().type("Shop", "@App(port = /*here*/70_000) class Shop {}"),
                "[app-value] The port must be from 0 to 65535, not 70000.");
    }

    @Test
    void languageThatIsNone() {
        assertError(
                sources().type("Shop", "@App(lang = /*here*/\"english please\") class Shop {}"),
                "[app-value] The language \"english please\" is no BCP 47 tag, which browsers and"
                        + " screen readers could understand. Write one such as \"en\" or \"pt-BR\".");
    }

    @Test
    void policyThatLetsScriptsIn() {
        assertError(
                sources().type("Shop", """
                        @App(csp = {"img-src 'self'", /*here*/"script-src 'self' 'unsafe-inline'"})
                        class Shop { @View("/") Html page() { return Html.EMPTY; } }"""),
                "[csp] 'unsafe-inline' lets markup that somebody smuggled into the page run scripts, which the policy is"
                        + " there to forbid. Put the script into an asset, and load it with <script src=...>.");
    }

    @Test
    void sessionOfAnActionForOtherSites() {
        assertError(
                app("""
                        @View("/") Html page() { return Html.EMPTY; }
                        @Action(value = "paid", crossOrigin = true) void paid(Request request, Session /*here*/session) {}"""),
                "[parameter] The action Shop.paid() is crossOrigin, so that any site can send its visitor's browser there:"
                        + " it has no session. Take the Session away, and tell who calls by what the request carries, such as"
                        + " a signature.");
    }

    @Test
    void applicationWithoutAView() {
        assertWarning(
                sources().type("Shop", "/*here*/@App class Shop {}"),
                "[no-view] The application has no view, so no path answers with a page. Write"
                        + " @View(\"/\") on a method that returns a @Template record, or Html.");
    }

    @Test
    void classNamedLikeAGeneratedOne() {
        assertError(
                beside("Routes", "/*here*/class Routes {}"),
                "[name-taken] The class Routes has the name of one that is generated for Shop. Rename"
                        + " it, or move it to another package.");
    }

    @Test
    void appNamedLikeAGeneratedClass() {
        assertError(
                sources().type("Views", "@App /*here*/class Views { @View(\"/\") Html page() { return Html.EMPTY; } }"),
                "[name-taken] The class Views has the name of one that is generated for Views. Rename"
                        + " it, or move it to another package.");
    }

    @Test
    void classNamedLikeARenderer() {
        assertError(
                beside("PageRenderer", "/*here*/class PageRenderer {}")
                        .template("page.mustache", "")
                        .type("Page", "@Template(\"page.mustache\") record Page() {}"),
                "[name-taken] The class PageRenderer has the name of one that is generated for Shop."
                        + " Rename it, or move it to another package.");
    }

    @Test
    void missingStyles() {
        assertError(
                sources()
                        .asset("app.css", "")
                        .asset("print.css", "")
                        .type("Shop", "@App(styles = {\"print.css\", /*here*/\"ap.css\"}) class Shop {}"),
                "[missing-asset] @App(styles) names the asset \"ap.css\", but there is no file"
                        + " assets/ap.css among the resources (src/main/resources in a Maven build). Did you"
                        + " mean app.css?");
    }

    @Test
    void missingIcon() {
        assertError(
                sources().type("Shop", "@App(icon = /*here*/\"icon.svg\") class Shop {}"),
                "[missing-asset] @App(icon) names the asset \"icon.svg\", but there is no file"
                        + " assets/icon.svg among the resources (src/main/resources in a Maven build).");
    }

    @Test
    void missingClient() {
        assertError(
                sources().type("Shop", "@App(client = /*here*/\"datastar.js\") class Shop {}"),
                "[missing-asset] @App(client) names the asset \"datastar.js\", but there is no file"
                        + " assets/datastar.js among the resources (src/main/resources in a Maven build).");
    }

    @Test
    void assetsOfOneConstant() {
        assertError(
                sources().asset("icon-16.png", "").asset("icon_16.png", "").type("Shop", "/*here*/@App class Shop {}"),
                "[same-constant] The assets icon_16.png and icon-16.png would both be the constant"
                        + " Assets.ICON_16_PNG. Rename one of the files, in more than its case and its"
                        + " punctuation.");
    }
}
