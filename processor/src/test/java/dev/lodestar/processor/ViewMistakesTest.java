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
                "[string-view] The view Shop.page() returns a String, which could be text or markup, so it might"
                        + " be escaped twice or not at all. Return a @Template record, Html.text(...) for text, or"
                        + " Html.raw(...) for markup in which all outside input is escaped.");
    }

    @Test
    void voidView() {
        assertError(
                app("""
@View("/")
void /*here*/page() {}"""),
                "[view-result] The view Shop.page() returns void. Return a record that names its template with"
                        + " @Template, or Html.");
    }

    @Test
    void viewThatReturnsANumber() {
        assertError(
                app("""
@View("/")
int /*here*/page() { return 1; }"""),
                "[view-result] The view Shop.page() returns int. Return a record that names its template with"
                        + " @Template, or Html.");
    }

    @Test
    void viewThatReturnsAReply() {
        assertError(
                app("""
@View("/")
Reply /*here*/page() { return Reply.unchanged(); }"""),
                "[view-result] The view Shop.page() returns dev.lodestar.Reply. Return a record that names its"
                        + " template with @Template, or Html.");
    }

    @Test
    void viewThatReturnsAnOptional() {
        assertError(
                app("""
@View("/")
Optional<Html> /*here*/page() { return Optional.empty(); }"""),
                "[view-result] The view Shop.page() returns java.util.Optional<dev.lodestar.Html>. Return a"
                        + " record that names its template with @Template, or Html.");
    }

    @Test
    void recordWithoutATemplate() {
        assertError(
                app("""
record Page(int n) {}
@View("/")
Page /*here*/page() { return new Page(1); }"""),
                "[view-result] The view Shop.page() returns the record Page, which names no template. Write"
                        + " @Template(\"page.mustache\") on Page.");
    }

    @Test
    void twoViewsWithTheSamePath() {
        assertError(
                app("""
@View("/") Html one() { return Html.EMPTY; }
@View(/*here*/"/") Html two() { return Html.EMPTY; }"""),
                "[duplicate-path] The path / already belongs to Shop.one(), and one view answers a request. Give"
                        + " Shop.two() another path.");
    }

    @Test
    void pathWithoutASlash() {
        assertError(
                app("@View(/*here*/\"cart\") Html cart() { return Html.EMPTY; }"),
                "[view-path] The path of a view starts with a slash. Write @View(\"/cart\").");
    }

    @Test
    void pathWithAPattern() {
        assertError(
                app("""
@View(/*here*/"/cart/{id}") Html cart() { return Html.EMPTY; }"""),
                "[view-path] The path /cart/{id} must consist of segments of letters, digits and - . _ ~, each"
                        + " after a single slash and none of them . or .., in at most 200 characters. Put what"
                        + " varies into the query, and take it as a @Query parameter.");
    }

    @Test
    void pathWithAQuery() {
        assertError(
                app("""
@View(/*here*/"/cart?id=1") Html cart() { return Html.EMPTY; }"""),
                "[view-path] The path /cart?id=1 must consist of segments of letters, digits and - . _ ~, each"
                        + " after a single slash and none of them . or .., in at most 200 characters. Put what"
                        + " varies into the query, and take it as a @Query parameter.");
    }

    @Test
    void pathThatGoesUp() {
        assertError(
                app("""
@View(/*here*/"/shop/../cart") Html cart() { return Html.EMPTY; }"""),
                "[view-path] The path /shop/../cart must consist of segments of letters, digits and - . _ ~, each"
                        + " after a single slash and none of them . or .., in at most 200 characters. Put what"
                        + " varies into the query, and take it as a @Query parameter.");
    }

    @Test
    void pathThatIsAUrl() {
        assertError(
                app("""
@View(/*here*/"https://example.org/cart") Html cart() { return Html.EMPTY; }"""),
                "[view-path] The path https://example.org/cart must consist of segments of letters, digits and -"
                        + " . _ ~, each after a single slash and none of them . or .., in at most 200 characters."
                        + " Put what varies into the query, and take it as a @Query parameter.");
    }

    @Test
    void reservedPath() {
        assertError(
                app("""
@View(/*here*/"/assets/list") Html list() { return Html.EMPTY; }"""),
                "[view-path] The path /assets/list is reserved: /a/ is for actions, /assets/ for assets, and"
                        + " /healthz for health checks. Choose another.");
    }

    @Test
    void pathsWithTheSameConstant() {
        assertError(
                app("""
@View("/cart") Html cart() { return Html.EMPTY; }
@View(/*here*/"/cart/") Html more() { return Html.EMPTY; }"""),
                "[same-constant] The paths \"/cart/\" and \"/cart\" would both become the constant Views.CART."
                        + " Change one of them in more than case and punctuation.");
    }

    @Test
    void readsWithAnInvalidPrefix() {
        assertError(
                app("""
@View(value = "/", reads = {"users", /*here*/"/todos/"}) Html page() { return Html.EMPTY; }"""),
                "[view-reads] reads names \"/todos/\", which cannot be a prefix of the store's keys. Write whole"
                        + " segments separated by single slashes, as in reads = \"todos\", or omit reads if every"
                        + " commit should refresh the view.");
    }

    @Test
    void viewOnAClassWithoutRender() {
        assertError(
                beside("Cart", "@View(/*here*/\"/cart\") class Cart {}"),
                "[handler-class] @View on a class stands for its only method 'render', but Cart has no method of"
                        + " that name. Write one, or move the annotation to the method that you mean.");
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
                "[handler-class] @View on a class stands for its only method 'render', but Cart has 2 of that"
                        + " name. Rename all but one, or move the annotation to the method that you mean.");
    }

    @Test
    void unknownType() {
        assertUnresolved(
                app("""
@View("/")
Html /*here*/page(@Query Room room) { return Html.EMPTY; }"""),
                "[unknown-type] Shop.page() refers to something that does not exist or is not visible here, so"
                        + " nothing was generated. Look for a misspelled name or a missing import.");
    }

    @Test
    void constantOfNoView() {
        assertUnresolved(
                app("""
@View("/") Html page() { return Html.EMPTY; }
@Action(value = "buy", refresh = Views.CART) void /*here*/buy() {}"""),
                "[unknown-type] Shop.buy() refers to something that does not exist or is not visible here, so"
                        + " nothing was generated. Look for a misspelled name or a missing import.");
    }
}
