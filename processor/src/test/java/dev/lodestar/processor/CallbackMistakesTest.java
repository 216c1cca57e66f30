package dev.lodestar.processor;

import org.junit.jupiter.api.Test;

/** Mistakes in methods that are called when streams open and end. */
class CallbackMistakesTest extends Mistakes {
    private static final String VIEWS = """
            @View("/") Html home() { return Html.EMPTY; }
            @View("/chat") Html chat(@Query String room, @Query("from") Optional<String> from) { return Html.EMPTY; }
            @View("/any") Html any(Request request) { return Html.EMPTY; }
            """;

    private Sources shop(String callback) {
        return app(VIEWS + callback);
    }

    @Test
    void unknownView() {
        assertError(
                shop("@Connected(/*here*/\"/chad\") void came() {}"),
                "[unknown-view] @Connected names \"/chad\", but no view has that path. Did you mean /chat?");
    }

    @Test
    void unknownViewAmongSeveral() {
        assertError(
                shop("@Disconnected({\"/chat\", /*here*/\"/cart\"}) void went() {}"),
                "[unknown-view] @Disconnected names \"/cart\", but no view has that path.");
    }

    @Test
    void refreshOfAnUnknownView() {
        assertError(
                shop("@Connected(value = \"/chat\", refresh = /*here*/\"/hall\") void came() {}"),
                "[unknown-view] refresh names \"/hall\", but no view has that path.");
    }

    @Test
    void reply() {
        assertError(
                shop("@Connected(\"/chat\") Reply /*here*/came() { return Reply.unchanged(); }"),
                "[callback] The callback Shop.came() returns dev.lodestar.Reply, but nothing receives an answer."
                        + " Return void, which refreshes the views, or a boolean that says whether anything"
                        + " changed.");
    }

    @Test
    void queryThatTheViewDoesNotTake() {
        assertError(
                shop("@Connected(\"/chat\") void came(Session session, @Query String /*here*/rooms) {}"),
                "[callback] The callback Shop.came() requires \"rooms\" in the query, but the view /chat does"
                        + " not, so a stream that lacks it would be refused. Did you mean room? Take an Optional,"
                        + " or name only views that require it too, as in @Connected(\"/chat\").");
    }

    @Test
    void queryThatTheViewCanDoWithout() {
        assertError(
                shop("@Disconnected(\"/chat\") void went(@Query(\"from\") String /*here*/from) {}"),
                "[callback] The callback Shop.went() requires \"from\" in the query, but the view /chat does not,"
                        + " so a stream that lacks it would be refused. Take an Optional, or name only views that"
                        + " require it too, as in @Disconnected(\"/chat\").");
    }

    @Test
    void queryThatOneOfAllViewsDoesNotTake() {
        assertError(
                shop("@Connected void came(@Query String /*here*/room) {}"),
                "[callback] The callback Shop.came() requires \"room\" in the query, but the view / does not, so"
                        + " a stream that lacks it would be refused. Take an Optional, or name only views that"
                        + " require it too, as in @Connected(\"/chat\").");
    }

    @Test
    void staticCallback() {
        assertError(
                shop("@Connected static void /*here*/came() {}"),
                "[handler-method] The callback Shop.came() is static, but the state is in the one object of its"
                        + " class that Main creates. Remove 'static'.");
    }

    @Test
    void privateCallback() {
        assertError(
                shop("@Disconnected private void /*here*/went() {}"),
                "[not-visible] The callback Shop.went() cannot be called from Routes: it is private. Remove"
                        + " 'private'.");
    }

    @Test
    void hubAsAParameter() {
        assertError(
                shop("@Connected void came(Hub /*here*/hub) {}"),
                "[parameter] The parameter 'hub' has the type dev.lodestar.Hub, which no request carries. A"
                        + " handler can take a Request, a Session, @Query and @Signal parameters, and a record"
                        + " whose components are signals. Take an object of the application in the constructor of"
                        + " the class.");
    }

    @Test
    void callbackWithoutAnApplication() {
        assertError(
                sources().type("Guests", "class Guests { @Connected void /*here*/came() {} }"),
                "[one-app] Guests.came() belongs to no application: no class of this compilation has @App. Write"
                        + " @App(port = 8080, title = \"...\") on one; Main is generated in its package.");
    }
}
