package dev.lodestar.processor;

import org.junit.jupiter.api.Test;

/** Mistakes in the parameters of handlers. */
class ParameterMistakesTest extends Mistakes {
    @Test
    void parameterWithoutASource() {
        assertError(
                app("""
@Action("buy")
void buy(String /*here*/what) {}"""),
                "[parameter] The parameter 'what' does not say where its value comes from. Write"
                        + " @Signal(\"what\") for a signal of the page or a field of a form, or @Query(\"what\")"
                        + " for a parameter of the URL's query.");
    }

    @Test
    void parameterThatNoRequestCarries() {
        assertError(
                app("""
@Action("buy")
void buy(Hub /*here*/hub) {}"""),
                "[parameter] The parameter 'hub' has the type dev.lodestar.Hub, which no request carries. A"
                        + " handler can take a Request, a Session, @Query and @Signal parameters, and a record"
                        + " whose components are signals. Take an object of the application in the constructor of"
                        + " the class.");
    }

    @Test
    void parameterWithTwoSources() {
        assertError(
                app("""
@Action("buy")
void buy(@Query @Signal String /*here*/what) {}"""),
                "[parameter] The parameter 'what' has both @Query and @Signal, but takes only one value. Remove"
                        + " one of them.");
    }

    @Test
    void queryOfARecord() {
        assertError(
                app("""
record Item(String name) {}
@Action("buy")
void buy(@Query Item /*here*/item) {}"""),
                "[parameter] The parameter 'item' has a type that a query cannot carry. Use String, boolean, int,"
                        + " long, double, BigDecimal, LocalDate, LocalTime, LocalDateTime, YearMonth, Instant, an"
                        + " enum, or an Optional or a List of one of these.");
    }

    @Test
    void queryOfAnObject() {
        assertError(
                app("""
@View("/")
Html page(@Query Thread /*here*/thread) { return Html.EMPTY; }"""),
                "[parameter] The parameter 'thread' has a type that a query cannot carry. Use String, boolean,"
                        + " int, long, double, BigDecimal, LocalDate, LocalTime, LocalDateTime, YearMonth, Instant,"
                        + " an enum, or an Optional or a List of one of these.");
    }

    @Test
    void queryOfVarargs() {
        assertError(
                app("""
@View("/")
Html page(@Query String... /*here*/names) { return Html.EMPTY; }"""),
                "[parameter] The parameter 'names' has a type that a query cannot carry. Use String, boolean,"
                        + " int, long, double, BigDecimal, LocalDate, LocalTime, LocalDateTime, YearMonth, Instant,"
                        + " an enum, or an Optional or a List of one of these.");
    }

    @Test
    void signalOfAnArray() {
        assertError(
                app("""
@Action("buy")
void buy(@Signal int[] /*here*/ids) {}"""),
                "[parameter] The parameter 'ids' has a type that cannot be read from signals. Use String,"
                        + " boolean, int, long, double, BigDecimal, LocalDate, LocalTime, LocalDateTime, YearMonth,"
                        + " Instant, an enum, a record of these, or an Optional or a List of any of them.");
    }

    @Test
    void signalOfAMap() {
        assertError(
                app("""
@Action("buy")
void buy(@Signal Map<String, String> /*here*/options) {}"""),
                "[parameter] The parameter 'options' has a type that cannot be read from signals. Use String,"
                        + " boolean, int, long, double, BigDecimal, LocalDate, LocalTime, LocalDateTime, YearMonth,"
                        + " Instant, an enum, a record of these, or an Optional or a List of any of them.");
    }

    @Test
    void uploadAsAParameter() {
        String advice = "has the type Upload, which no signal carries. Take a Request, and read the form's files"
                + " from it, as in request.files(\"photo\").";
        assertError(app("""
@Action("buy")
void buy(Upload /*here*/photo) {}"""), "[parameter] The parameter 'photo' " + advice);
        assertError(
                app("""
record Item(String name, List<Upload> photos) {}
@Action("buy")
void buy(Item /*here*/item) {}"""),
                "[parameter] The parameter 'item' is bound from a record whose component Item.photos " + advice);
    }

    @Test
    void boxedSignal() {
        assertError(
                app("""
@Action("buy")
void buy(@Signal Integer /*here*/amount) {}"""),
                "[parameter] The parameter 'amount' has the type int in its boxed form, which would be null when"
                        + " the value is missing. Use the primitive type if the value is required, and an Optional"
                        + " if it is not.");
    }

    @Test
    void signalNameWithAnEmptyPart() {
        assertError(
                app("""
@Action("buy")
void buy(@Signal(/*here*/"draft..title") String title) {}"""),
                "[signal-name] \"draft..title\" cannot be the name of a signal that a page sends. Write letters,"
                        + " digits, -, _ and $, with a dot before each nested name, as in @Signal(\"draft.title\")."
                        + " A signal whose name begins with _ stays in the page.");
    }

    @Test
    void signalThatStaysInThePage() {
        assertError(
                app("""
@Action("buy")
void buy(@Signal(/*here*/"_title") String title) {}"""),
                "[signal-name] \"_title\" cannot be the name of a signal that a page sends. Write letters,"
                        + " digits, -, _ and $, with a dot before each nested name, as in @Signal(\"draft.title\")."
                        + " A signal whose name begins with _ stays in the page.");
    }

    @Test
    void recordWithAComponentThatSignalsCannotCarry() {
        assertError(
                app("""
record Item(String name, Thread worker) {}
@Action("buy")
void buy(Item /*here*/item) {}"""),
                "[parameter] The parameter 'item' is bound from a record whose component Item.worker has the type"
                        + " java.lang.Thread, which cannot be read from signals. Use String, boolean, int, long,"
                        + " double, BigDecimal, LocalDate, LocalTime, LocalDateTime, YearMonth, Instant, an enum, a"
                        + " record of these, or an Optional or a List of any of them.");
    }

    @Test
    void privateRecordOfSignals() {
        assertError(
                app("""
private record Item(String name) {}
@Action("buy")
void buy(Item /*here*/item) {}"""),
                "[not-visible] The parameter 'item' has the type app.Shop.Item, which is not visible to generated"
                        + " code: it is private. Remove 'private'.");
    }

    @Test
    void privateEnumInARecordOfSignals() {
        assertError(
                app("""
private enum Size { S, M }
record Item(Size /*here*/size) {}
@Action("buy") void buy(Item item) {}"""),
                "[not-visible] The component Item.size has the type app.Shop.Size, which is not visible to"
                        + " generated code: it is private. Remove 'private'.");
    }

    @Test
    void queryOutsideAHandler() {
        assertError(
                app("""
void find(/*here*/@Query String name) {}"""),
                "[stray-parameter] @Query is on a parameter of Shop.find(), which no request calls, so it has no"
                        + " effect. Move it to a parameter of a @View or @Action method, which can pass the value"
                        + " on.");
    }

    @Test
    void signalOnAConstructor() {
        assertError(
                app("""
static class Cart { Cart(/*here*/@Signal String name) {} }"""),
                "[stray-parameter] @Signal is on a parameter of the constructor of Cart, which no request calls,"
                        + " so it has no effect. Move it to a parameter of a @View or @Action method, which can"
                        + " pass the value on.");
    }
}
