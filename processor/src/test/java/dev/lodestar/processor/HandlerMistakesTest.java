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
                "[action-result] The action Shop.buy() returns dev.lodestar.Html. Return void, which refreshes"
                        + " the views, or a Reply, which tells the page what to do. What the page shows belongs in"
                        + " a view.");
    }

    @Test
    void actionThatReturnsAString() {
        assertError(
                app("""
@Action("buy")
String /*here*/buy() { return "bought"; }"""),
                "[action-result] The action Shop.buy() returns java.lang.String. Return void, which refreshes the"
                        + " views, or a Reply, which tells the page what to do. What the page shows belongs in a"
                        + " view.");
    }

    @Test
    void twoActionsWithTheSameName() {
        assertError(
                app("""
@Action("buy") void buy() {}
@Action(/*here*/"buy") void buyMore() {}"""),
                "[duplicate-action] The name \"buy\" already belongs to Shop.buy(), and a request runs one"
                        + " action. Give Shop.buyMore() another name.");
    }

    @Test
    void actionNameWithSpaces() {
        assertError(
                app("""
@Action(/*here*/"buy it") void buy() {}"""),
                "[action-name] The action name \"buy it\" must consist of segments of letters, digits, - and _,"
                        + " separated by single slashes, as in \"counter/inc\", in at most 200 characters.");
    }

    @Test
    void actionNameThatIsAPath() {
        assertError(
                app("""
@Action(/*here*/"/cart/buy") void buy() {}"""),
                "[action-name] The action name \"/cart/buy\" must consist of segments of letters, digits, - and"
                        + " _, separated by single slashes, as in \"counter/inc\", in at most 200 characters.");
    }

    @Test
    void emptyActionName() {
        assertError(
                app("""
@Action(/*here*/"") void buy() {}"""),
                "[action-name] The action name \"\" must consist of segments of letters, digits, - and _,"
                        + " separated by single slashes, as in \"counter/inc\", in at most 200 characters.");
    }

    @Test
    void actionsWithTheSameConstant() {
        assertError(
                app("""
@Action(/*here*/"cart/buy") void buy() {}
@Action("cart-buy") void buyMore() {}"""),
                "[same-constant] The names \"cart/buy\" and \"cart-buy\" would both become the constant"
                        + " Actions.CART_BUY. Change one of them in more than case and punctuation.");
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
                "[handler-class] @Action on a class stands for its only method 'handle', but Buy has no method of"
                        + " that name. Write one, or move the annotation to the method that you mean.");
    }

    @Test
    void viewThatIsAlsoAnAction() {
        assertError(
                app("""
@View("/") @Action("buy")
Html /*here*/page() { return Html.EMPTY; }"""),
                "[action-result] The action Shop.page() returns dev.lodestar.Html. Return void, which refreshes"
                        + " the views, or a Reply, which tells the page what to do. What the page shows belongs in"
                        + " a view.");
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
                "[handler-method] The action Shop.buy() is static, but the state is in the one object of its"
                        + " class that Main creates. Remove 'static'.");
    }

    @Test
    void genericHandler() {
        assertError(
                app("""
@Action("buy")
<T> void /*here*/buy() {}"""),
                "[handler-method] The action Shop.buy() has type parameters, which no request can determine."
                        + " Remove them.");
    }

    @Test
    void handlerThatThrowsAnything() {
        assertError(
                app("""
@Action("buy")
void /*here*/buy() throws Throwable {}"""),
                "[thrown] The action Shop.buy() throws java.lang.Throwable, but generated code passes on only an"
                        + " Exception or an Error. Write 'throws Exception' or, better, the exceptions that it does"
                        + " throw.");
    }

    @Test
    void handlerInAnInterface() {
        assertError(
                beside("Cart", """
/*here*/interface Cart {
    @Action("buy") default void buy() {}
}"""),
                "[handler-method] Main creates one object of Cart for its actions, but Cart is not a class. Move"
                        + " the actions to a class.");
    }

    @Test
    void handlerInAnEnum() {
        assertError(
                beside("Cart", """
/*here*/enum Cart {
    ONLY;
    @Action("buy") void buy() {}
}"""),
                "[handler-method] Main creates one object of Cart for its actions, but Cart is not a class. Move"
                        + " the actions to a class.");
    }

    @Test
    void handlersInAnAbstractClassAreReportedOnce() {
        assertError(
                beside("Cart", """
abstract /*here*/class Cart {
    @Action("buy") void buy() {}
    @Action("sell") void sell() {}
}"""),
                "[handler-method] Main creates one object of Cart for its actions, but Cart is abstract. Remove"
                        + " 'abstract'.");
    }

    @Test
    void handlerInAGenericClass() {
        assertError(
                beside("Cart", """
/*here*/class Cart<T> {
    @Action("buy") void buy() {}
}"""),
                "[handler-method] Main creates one object of Cart for its actions, but Cart has type parameters,"
                        + " which Main cannot determine. Remove them.");
    }

    @Test
    void handlerInAnInnerClass() {
        assertError(
                app("""
/*here*/class Cart {
    @Action("buy") void buy() {}
}"""),
                "[handler-method] Main creates one object of Cart for its actions, but Cart is an inner class,"
                        + " which needs an object of its outer class. Make it static.");
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
                "[not-visible] The action Cart.buy() cannot be called from Routes: it is not public, and Main is"
                        + " in another package, app. Make it public, or move it there.");
    }

    @Test
    void handlerClassWithTwoConstructors() {
        assertError(
                app("""
Shop() {}
/*here*/Shop(Hub hub) {}
@Action("buy") void buy() {}"""),
                "[handler-method] Main creates one object of Shop for its actions, but Shop has 2 constructors,"
                        + " so it is not clear which one to call. Make all but one private.");
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
    void everyWithoutANumber() {
        assertError(
                app("""
@Every(/*here*/"fast") void tick() {}"""),
                "[every] @Every(\"fast\") is not an interval from 1 ms to a year. Write a whole number followed"
                        + " by ms, s, m or h, as in @Every(\"100ms\").");
    }

    @Test
    void everyWithoutAUnit() {
        assertError(
                app("""
@Every(/*here*/"100") void tick() {}"""),
                "[every] @Every(\"100\") is not an interval from 1 ms to a year. Write a whole number followed by"
                        + " ms, s, m or h, as in @Every(\"100ms\").");
    }

    @Test
    void everyWithTooLongAnInterval() {
        assertError(
                app("""
@Every(/*here*/"999999999h") void tick() {}"""),
                "[every] @Every(\"999999999h\") is not an interval from 1 ms to a year. Write a whole number"
                        + " followed by ms, s, m or h, as in @Every(\"100ms\").");
    }

    @Test
    void everyWithParameters() {
        assertError(
                app("""
@Every("1s")
void /*here*/tick(Session session) {}"""),
                "[every] The clock Shop.tick() must have no parameters, since no request calls it, and return"
                        + " void, or a boolean that says whether anything changed.");
    }

    @Test
    void everyThatReturnsAReply() {
        assertError(
                app("""
@Every("1s")
Reply /*here*/tick() { return Reply.unchanged(); }"""),
                "[every] The clock Shop.tick() must have no parameters, since no request calls it, and return"
                        + " void, or a boolean that says whether anything changed.");
    }

    @Test
    void everyThatRefreshesAnUnknownView() {
        assertError(app("""
@View("/") Html page() { return Html.EMPTY; }
@Every(value = "1s", refresh = /*here*/"/board") void tick() {}"""), "[unknown-view] refresh names \"/board\", but no view has that path.");
    }
}
