package dev.lodestar.processor;

import org.junit.jupiter.api.Test;

/** Mistakes in views. */
class ViewMistakesTest extends Mistakes {
    @Test
    void stringView() {
        assertError(
                app("""
@View("/")
String /*here*/page() { return ""; }"""),
                "[string-view] The view Shop.page() returns String, which does not say whether it is"
                        + " text or markup, so it could be escaped twice or not at all. Return a @Template"
                        + " record, Html.text(...) for text, or Html.raw(...) for markup in which everything"
                        + " from outside has been escaped.");
    }

    @Test
    void voidView() {
        assertError(
                app("""
@View("/")
void /*here*/page() {}"""),
                "[view-result] The view Shop.page() returns void. A view returns a record that names"
                        + " its template with @Template, or Html.");
    }

    @Test
    void viewThatReturnsANumber() {
        assertError(
                app("""
@View("/")
int /*here*/page() { return 1; }"""),
                "[view-result] The view Shop.page() returns int. A view returns a record that names"
                        + " its template with @Template, or Html.");
    }

    @Test
    void viewThatReturnsAReply() {
        assertError(
                app("""
@View("/")
Reply /*here*/page() { return Reply.unchanged(); }"""),
                "[view-result] The view Shop.page() returns dev.lodestar.Reply. A view returns a"
                        + " record that names its template with @Template, or Html.");
    }

    @Test
    void viewThatReturnsAnOptional() {
        assertError(
                app("""
@View("/")
Optional<Html> /*here*/page() { return Optional.empty(); }"""),
                "[view-result] The view Shop.page() returns java.util.Optional<dev.lodestar.Html>. A"
                        + " view returns a record that names its template with @Template, or Html.");
    }

    @Test
    void recordWithoutATemplate() {
        assertError(
                app("""
record Page(int n) {}
@View("/")
Page /*here*/page() { return new Page(1); }"""),
                "[view-result] The view Shop.page() returns the record Page, which names no template."
                        + " Write @Template(\"....mustache\") on Page.");
    }

    @Test
    void secondViewOnAPath() {
        assertError(
                app("""
@View("/") Html one() { return Html.EMPTY; }
@View(/*here*/"/") Html two() { return Html.EMPTY; }"""),
                "[duplicate-path] The path / belongs to Shop.one() already; Shop.two() needs another."
                        + " One request is answered by one view.");
    }

    @Test
    void pathWithoutASlash() {
        assertError(app("""
@View(/*here*/"cart") Html cart() { return Html.EMPTY; }"""), "[view-path] A view's path starts with a slash. Write @View(\"/cart\").");
    }

    @Test
    void pathWithAPattern() {
        assertError(
                app("""
@View(/*here*/"/cart/{id}") Html cart() { return Html.EMPTY; }"""),
                "[view-path] The path /cart/{id} must be words of letters, digits and - . _ ~, each"
                        + " after one slash and none of them . or .., in at most 200 characters. What varies"
                        + " goes into the query, and to the method as a @Query parameter.");
    }

    @Test
    void pathWithAQuery() {
        assertError(
                app("""
@View(/*here*/"/cart?id=1") Html cart() { return Html.EMPTY; }"""),
                "[view-path] The path /cart?id=1 must be words of letters, digits and - . _ ~, each"
                        + " after one slash and none of them . or .., in at most 200 characters. What varies"
                        + " goes into the query, and to the method as a @Query parameter.");
    }

    @Test
    void pathThatGoesUp() {
        assertError(
                app("""
@View(/*here*/"/shop/../cart") Html cart() { return Html.EMPTY; }"""),
                "[view-path] The path /shop/../cart must be words of letters, digits and - . _ ~,"
                        + " each after one slash and none of them . or .., in at most 200 characters. What"
                        + " varies goes into the query, and to the method as a @Query parameter.");
    }

    @Test
    void pathThatIsAUrl() {
        assertError(
                app("""
@View(/*here*/"https://example.org/cart") Html cart() { return Html.EMPTY; }"""),
                "[view-path] The path https://example.org/cart must be words of letters, digits and -"
                        + " . _ ~, each after one slash and none of them . or .., in at most 200 characters."
                        + " What varies goes into the query, and to the method as a @Query parameter.");
    }

    @Test
    void reservedPath() {
        assertError(
                app("""
@View(/*here*/"/assets/list") Html list() { return Html.EMPTY; }"""),
                "[view-path] The path /assets/list is taken: /a/ holds the actions, /assets/ the"
                        + " assets, and /healthz tells whether the server is well. Choose another.");
    }

    @Test
    void pathsOfOneConstant() {
        assertError(
                app("""
@View("/cart") Html cart() { return Html.EMPTY; }
@View(/*here*/"/cart/") Html more() { return Html.EMPTY; }"""),
                "[same-constant] The paths \"/cart/\" and \"/cart\" would both be the constant"
                        + " Views.CART. Change one, in more than its case and its punctuation.");
    }

    @Test
    void readsThatIsNoPrefix() {
        assertError(
                app("""
@View(value = "/", reads = {"users", /*here*/"/todos/"}) Html page() { return Html.EMPTY; }"""),
                "[view-reads] reads names \"/todos/\", which is no prefix of the store's keys. Write"
                        + " whole words separated by single slashes, as in reads = \"todos\", or leave it out for"
                        + " a view that every commit refreshes.");
    }

    @Test
    void viewOnAClassWithoutRender() {
        assertError(
                beside("Cart", "@View(/*here*/\"/cart\") class Cart {}"),
                "[handler-class] @View on a class means its one method 'render', but Cart has no"
                        + " method of that name. Write one, or put the annotation on the method that you mean.");
    }

    @Test
    void viewOnAClassWithTwoRenders() {
        assertError(
                beside("Cart", """
@View(/*here*/"/cart")
class Cart {
    Html render() { return Html.EMPTY; }
    Html render(Session session) { return Html.EMPTY; }
}"""),
                "[handler-class] @View on a class means its one method 'render', but Cart has 2."
                        + " Rename all but one, or put the annotation on the method that you mean.");
    }

    @Test
    void unknownType() {
        assertUnresolved(
                app("""
@View("/")
Html /*here*/page(@Query Room room) { return Html.EMPTY; }"""),
                "[unknown-type] Shop.page() names something that does not exist or is not visible"
                        + " here, so nothing was generated: look for a misspelt name or a missing import.");
    }

    @Test
    void constantThatNoViewMakes() {
        assertUnresolved(
                app("""
@View("/") Html page() { return Html.EMPTY; }
@Action(value = "buy", refresh = Views.CART) void /*here*/buy() {}"""),
                "[unknown-type] Shop.buy() names something that does not exist or is not visible"
                        + " here, so nothing was generated: look for a misspelt name or a missing import.");
    }
}
