package dev.lodestar.processor;

import org.junit.jupiter.api.Test;

/** Mistakes in actions, clocks, and the classes that have them. */
class HandlerMistakesTest extends Mistakes {
    @Test
    void actionThatReturnsHtml() {
        assertError(
                app("""
@Action("buy")
Html /*here*/buy() { return Html.EMPTY; }"""),
                "[action-result] The action Shop.buy() returns dev.lodestar.Html. An action returns"
                        + " void, and every view is refreshed, or a Reply that says what the page is to do."
                        + " What is to be shown belongs in a view.");
    }

    @Test
    void actionThatReturnsAString() {
        assertError(
                app("""
@Action("buy")
String /*here*/buy() { return "bought"; }"""),
                "[action-result] The action Shop.buy() returns java.lang.String. An action returns"
                        + " void, and every view is refreshed, or a Reply that says what the page is to do."
                        + " What is to be shown belongs in a view.");
    }

    @Test
    void secondActionOfAName() {
        assertError(
                app("""
@Action("buy") void buy() {}
@Action(/*here*/"buy") void buyMore() {}"""),
                "[duplicate-action] The name \"buy\" belongs to Shop.buy() already; Shop.buyMore()"
                        + " needs another. One request runs one action.");
    }

    @Test
    void actionNameWithSpaces() {
        assertError(
                app("""
@Action(/*here*/"buy it") void buy() {}"""),
                "[action-name] The action's name \"buy it\" must be words of letters, digits, - and _,"
                        + " separated by single slashes, as in \"counter/inc\", in at most 200 characters.");
    }

    @Test
    void actionNameThatIsAPath() {
        assertError(
                app("""
@Action(/*here*/"/cart/buy") void buy() {}"""),
                "[action-name] The action's name \"/cart/buy\" must be words of letters, digits, - and"
                        + " _, separated by single slashes, as in \"counter/inc\", in at most 200 characters.");
    }

    @Test
    void emptyActionName() {
        assertError(
                app("""
@Action(/*here*/"") void buy() {}"""),
                "[action-name] The action's name \"\" must be words of letters, digits, - and _,"
                        + " separated by single slashes, as in \"counter/inc\", in at most 200 characters.");
    }

    @Test
    void actionsOfOneConstant() {
        assertError(
                app("""
@Action(/*here*/"cart/buy") void buy() {}
@Action("cart-buy") void buyMore() {}"""),
                "[same-constant] The names \"cart/buy\" and \"cart-buy\" would both be the constant"
                        + " Actions.CART_BUY. Change one, in more than its case and its punctuation.");
    }

    @Test
    void refreshOfAnUnknownView() {
        assertError(app("""
@View("/cart") Html cart() { return Html.EMPTY; }
@Action(value = "buy", refresh = {"/cart", /*here*/"/card"}) void buy() {}"""), "[unknown-view] refresh names \"/card\", but no view has that path. Did you mean /cart?");
    }

    @Test
    void actionOnAClassWithoutHandle() {
        assertError(
                beside("Buy", "@Action(/*here*/\"buy\") class Buy { void run() {} }"),
                "[handler-class] @Action on a class means its one method 'handle', but Buy has no"
                        + " method of that name. Write one, or put the annotation on the method that you mean.");
    }

    @Test
    void viewAndActionInOne() {
        assertError(
                app("""
@View("/") @Action("buy")
Html /*here*/page() { return Html.EMPTY; }"""),
                "[action-result] The action Shop.page() returns dev.lodestar.Html. An action returns"
                        + " void, and every view is refreshed, or a Reply that says what the page is to do."
                        + " What is to be shown belongs in a view.");
    }

    @Test
    void privateHandler() {
        assertError(
                app("""
@Action("buy")
private void /*here*/buy() {}"""),
                "[not-visible] The action Shop.buy() cannot be called from Routes: it is private."
                        + " Remove 'private'.");
    }

    @Test
    void staticHandler() {
        assertError(
                app("""
@Action("buy")
static void /*here*/buy() {}"""),
                "[handler-method] The action Shop.buy() is static. It is called on the one object"
                        + " that Main makes of its class, which holds the state. Remove 'static'.");
    }

    @Test
    void genericHandler() {
        assertError(
                app("""
@Action("buy")
<T> void /*here*/buy() {}"""),
                "[handler-method] The action Shop.buy() has type parameters, which no request can"
                        + " fill in. Remove them.");
    }

    @Test
    void handlerThatThrowsAnything() {
        assertError(
                app("""
@Action("buy")
void /*here*/buy() throws Throwable {}"""),
                "[thrown] The action Shop.buy() throws java.lang.Throwable, but generated code passes"
                        + " on nothing beyond an Exception. Write 'throws Exception' or, better, the exceptions"
                        + " that it throws.");
    }

    @Test
    void handlerInAnInterface() {
        assertError(
                beside("Cart", """
/*here*/interface Cart {
    @Action("buy") default void buy() {}
}"""),
                "[handler-method] The class Cart has the actions that Main makes one object for, but"
                        + " it is not a class. Move them to a class.");
    }

    @Test
    void handlerInAnEnum() {
        assertError(
                beside("Cart", """
/*here*/enum Cart {
    ONLY;
    @Action("buy") void buy() {}
}"""),
                "[handler-method] The class Cart has the actions that Main makes one object for, but"
                        + " it is not a class. Move them to a class.");
    }

    @Test
    void handlersInAnAbstractClassOnce() {
        assertError(
                beside("Cart", """
abstract /*here*/class Cart {
    @Action("buy") void buy() {}
    @Action("sell") void sell() {}
}"""),
                "[handler-method] The class Cart has the actions that Main makes one object for, but"
                        + " it is abstract. Remove 'abstract'.");
    }

    @Test
    void handlerInAGenericClass() {
        assertError(
                beside("Cart", """
/*here*/class Cart<T> {
    @Action("buy") void buy() {}
}"""),
                "[handler-method] The class Cart has the actions that Main makes one object for, but"
                        + " it has type parameters, which Main cannot fill in. Remove them.");
    }

    @Test
    void handlerInAnInnerClass() {
        assertError(
                app("""
/*here*/class Cart {
    @Action("buy") void buy() {}
}"""),
                "[handler-method] The class Cart has the actions that Main makes one object for, but"
                        + " it is an inner class, which needs an object around it. Make it static.");
    }

    @Test
    void handlerInAPrivateClass() {
        assertError(
                app("""
private static class Cart {
    @Action("buy") void /*here*/buy() {}
}"""),
                "[not-visible] The action Cart.buy() cannot be called from Routes: Cart is private."
                        + " Remove 'private'.");
    }

    @Test
    void handlerThatAnotherPackageCannotCall() {
        assertError(
                sources().type("Shop", "@App class Shop {}").file("other.Cart", """
package other;
public class Cart {
    @dev.lodestar.Action("buy")
    void /*here*/buy() {}
}"""),
                "[not-visible] The action Cart.buy() cannot be called from Routes: it is not public"
                        + " and Main stands in another package, app. Make it public, or move it there.");
    }

    @Test
    void handlerClassWithTwoConstructors() {
        assertError(
                app("""
Shop() {}
/*here*/Shop(Hub hub) {}
@Action("buy") void buy() {}"""),
                "[handler-method] The class Shop has the actions that Main makes one object for, but"
                        + " it has 2 constructors, so it is not clear which to call. Make all but one"
                        + " private.");
    }

    @Test
    void handlerClassWithAPrivateConstructor() {
        assertError(
                app("""
private /*here*/Shop() {}
@Action("buy") void buy() {}"""),
                "[not-visible] The constructor of Shop cannot be called from Main: it is private."
                        + " Remove 'private'.");
    }

    @Test
    void everyThatIsNoTime() {
        assertError(
                app("""
@Every(/*here*/"fast") void tick() {}"""),
                "[every] @Every(\"fast\") is not a time from 1 ms to a year. Write a whole number and"
                        + " ms, s, m or h: @Every(\"100ms\").");
    }

    @Test
    void everyWithoutAUnit() {
        assertError(
                app("""
@Every(/*here*/"100") void tick() {}"""),
                "[every] @Every(\"100\") is not a time from 1 ms to a year. Write a whole number and"
                        + " ms, s, m or h: @Every(\"100ms\").");
    }

    @Test
    void everyThatNeverComes() {
        assertError(
                app("""
@Every(/*here*/"999999999h") void tick() {}"""),
                "[every] @Every(\"999999999h\") is not a time from 1 ms to a year. Write a whole number"
                        + " and ms, s, m or h: @Every(\"100ms\").");
    }

    @Test
    void everyWithParameters() {
        assertError(
                app("""
@Every("1s")
void /*here*/tick(Session session) {}"""),
                "[every] The clock Shop.tick() must take nothing, since no request calls it, and"
                        + " return void, or a boolean that tells whether anything changed.");
    }

    @Test
    void everyThatReturnsAReply() {
        assertError(
                app("""
@Every("1s")
Reply /*here*/tick() { return Reply.unchanged(); }"""),
                "[every] The clock Shop.tick() must take nothing, since no request calls it, and"
                        + " return void, or a boolean that tells whether anything changed.");
    }

    @Test
    void everyThatRefreshesAnUnknownView() {
        assertError(app("""
@View("/") Html page() { return Html.EMPTY; }
@Every(value = "1s", refresh = /*here*/"/board") void tick() {}"""), "[unknown-view] refresh names \"/board\", but no view has that path.");
    }
}
