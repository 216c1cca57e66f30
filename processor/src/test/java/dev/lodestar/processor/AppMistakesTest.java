package dev.lodestar.processor;

import org.junit.jupiter.api.Test;

/** Mistakes in the application class and in its files. */
class AppMistakesTest extends Mistakes {
    @Test
    void handlersWithoutAnApp() {
        assertError(
                sources().type("Shop", """
class Shop {
    @View("/") Html /*here*/page() { return Html.EMPTY; }
}"""),
                "[one-app] Shop.page() belongs to no application: no class of this compilation has @App. Write"
                        + " @App(port = 8080, title = \"...\") on one; Main is generated in its package.");
    }

    @Test
    void twoApps() {
        assertError(
                sources().type("A", "@App class A {}").type("B", "/*here*/@App class B {}"),
                "[one-app] There are two @App classes, A and B, but a compilation has one Main. Remove @App from"
                        + " one of them, or compile them separately.");
    }

    @Test
    void appOnAnInterface() {
        assertError(
                sources().type("Shop", "/*here*/@App interface Shop {}"),
                "[app-class] @App is on Shop, which is not a class. Write class Shop { ... }.");
    }

    @Test
    void appOnAnEnum() {
        assertError(
                sources().type("Shop", "/*here*/@App enum Shop { ONLY }"),
                "[app-class] @App is on Shop, which is not a class. Write class Shop { ... }.");
    }

    @Test
    void appOnAnAbstractClass() {
        assertError(
                sources().type("Shop", "/*here*/@App abstract class Shop {}"),
                "[app-class] @App is on Shop, which is abstract, so Main cannot create an object of it. Remove"
                        + " 'abstract'.");
    }

    @Test
    void appOnAPrivateClass() {
        assertError(
                sources().type("Outer", "class Outer { /*here*/@App private static class Shop {} }"),
                "[app-class] @App is on Shop, which is not visible to Main, in the same package: it is private."
                        + " Remove 'private'.");
    }

    @Test
    void storedSessionsWithoutAStore() {
        assertError(
                sources().type("Shop", """
@App(storedSessions = /*here*/true) class Shop {
    Shop(dev.lodestar.store.Store store) {}
    @View("/") Html page() { return Html.EMPTY; }
}"""),
                "[stored-sessions] storedSessions keeps the sessions in the store, but the application opens"
                        + " none, so they would end with the process. Open one, as in @Provides static Store"
                        + " store() { return MvStores.open(Path.of(\"data/app\")); }, or remove storedSessions.");
    }

    @Test
    void portOutOfRange() {
        assertError(
                sources().type("Shop", "@App(port = /*here*/70_000) class Shop {}"),
                "[app-value] The port must be from 0 to 65535, not 70000.");
    }

    @Test
    void invalidLanguage() {
        assertError(
                sources().type("Shop", "@App(lang = /*here*/\"english please\") class Shop {}"),
                "[app-value] The language \"english please\" is not a BCP 47 tag, so browsers and screen readers"
                        + " would not understand it. Write one such as \"en\" or \"pt-BR\".");
    }

    @Test
    void policyThatAllowsInlineScripts() {
        assertError(
                sources().type("Shop", """
                        @App(csp = {"img-src 'self'", /*here*/"script-src 'self' 'unsafe-inline'"})
                        class Shop { @View("/") Html page() { return Html.EMPTY; } }"""),
                "[csp] 'unsafe-inline' lets injected markup run scripts, which the policy is there to prevent."
                        + " Put the script into an asset, and load it with <script src=...>.");
    }

    @Test
    void sessionInACrossOriginAction() {
        assertError(
                app("""
                        @View("/") Html page() { return Html.EMPTY; }
                        @Action(value = "paid", crossOrigin = true) void paid(Request request, Session /*here*/session) {}"""),
                "[parameter] The action Shop.paid() is crossOrigin: any site can make its visitors' browsers call"
                        + " it, so it has no session. Remove the Session parameter, and identify the caller by"
                        + " something in the request, such as a signature.");
    }

    @Test
    void applicationWithoutAView() {
        assertWarning(
                sources().type("Shop", "/*here*/@App class Shop {}"),
                "[no-view] The application has no view, so it has no page. Write @View(\"/\") on a method that"
                        + " returns a @Template record, or Html.");
    }

    @Test
    void classNamedLikeAGeneratedOne() {
        assertError(
                beside("Routes", "/*here*/class Routes {}"),
                "[name-taken] The class Routes has the name of a class that is generated for Shop. Rename it, or"
                        + " move it to another package.");
    }

    @Test
    void appNamedLikeAGeneratedClass() {
        assertError(
                sources().type("Views", "@App /*here*/class Views { @View(\"/\") Html page() { return Html.EMPTY; } }"),
                "[name-taken] The class Views has the name of a class that is generated for Views. Rename it, or"
                        + " move it to another package.");
    }

    @Test
    void classNamedLikeARenderer() {
        assertError(
                beside("PageRenderer", "/*here*/class PageRenderer {}")
                        .template("page.mustache", "")
                        .type("Page", "@Template(\"page.mustache\") record Page() {}"),
                "[name-taken] The class PageRenderer has the name of a class that is generated for Shop. Rename"
                        + " it, or move it to another package.");
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
    void assetsWithTheSameConstant() {
        assertError(
                sources().asset("icon-16.png", "").asset("icon_16.png", "").type("Shop", "/*here*/@App class Shop {}"),
                "[same-constant] The assets icon_16.png and icon-16.png would both become the constant"
                        + " Assets.ICON_16_PNG. Rename one of the files in more than case and punctuation.");
    }
}
