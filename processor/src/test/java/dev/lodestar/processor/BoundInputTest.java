package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.runtime.Server;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a generated application binds the signals that pages send. */
class BoundInputTest {
    private static final String SHOP = """
            package app;
            import dev.lodestar.*;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.*;
            @App public final class Shop {
                enum Fit { SLIM, WIDE }
                record Order(
                        @NotBlank @Size(max = 10) String title,
                        @Min(1) @Max(99) int amount,
                        Optional<Integer> count,
                        boolean gift,
                        Optional<Fit> fit,
                        BigDecimal price,
                        Optional<LocalDate> due,
                        LocalTime at,
                        @Size(min = 1, max = 3) List<Line> lines,
                        @Signal("ship.to") Address address) {}
                record Line(@Matches(value = "[A-Z]+", message = "A code has capitals.") String code, List<Double> weights) {}
                record Address(String city, Optional<String> street) {
                    Address {
                        if (city.equals("Nowhere")) throw new IllegalArgumentException("Nowhere is no city.");
                        if (city.equals("Atlantis")) throw new BadInput("city", "Atlantis has sunk.");
                    }
                }
                record Range(int from, int to) {
                    Range { if (from > to) throw new IllegalArgumentException("The end comes before the start."); }
                }
                private int renderings;
                private volatile int changes;
                @View("/") Html page() { return Html.text("rendering " + ++renderings + " after " + changes); }
                @View("/limited") Html limited(@Query @Max(9) int page) { return Html.EMPTY; }
                @Action("change") void change(@Signal @Max(9) int by) { changes += by; }
                @Action("order") Reply order(Order order) { return Reply.error(418, order.toString()); }
                record Basket(
                        @Size(max = 5) List<Line> lines,
                        @Size(max = 2) Optional<List<Integer>> tags,
                        @Size(max = 8) @Matches("(.*a){12}") String code) {}
                @Action("basket") Reply basket(Basket basket) { return Reply.error(418, basket.toString()); }
                @Action("note")
                void note(@Signal @Matches(value = "[^\\u2028\\u0085]*", message = "One line,\\u2028please.")
                        String note) {}
                @Action("find") void find(@Query("a\\u2028b") @Size(max = 1) String text) {}
                @Action("range") Reply range(Range range) { return Reply.error(418, range.toString()); }
                @Action("both") Reply both(@Query @Min(1) int id, @Signal @Size(max = 3) String title, Range range) {
                    if (title.isEmpty()) throw new BadInput("title", "There is one of that title.");
                    return title.equals("ok") ? Reply.changed() : Reply.signal("title", "");
                }
            }
            """;

    private static final String RIGHT = """
            {"title": "Tea", "amount": "2", "count": "", "gift": false, "fit": "", "price": "12.50", "due": "", "at": "13:45",
             "lines": [{"code": "A", "weights": [1, "2.5"]}], "ship": {"to": {"city": "Oslo", "street": ""}}, "other": [{}]}
            """;

    private static final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static CompiledApplication application;
    private static Server server;

    @BeforeAll
    static void start() throws Throwable {
        application = CompiledApplication.of(folder, "Shop", SHOP);
        server = application.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> post(String action, String query, String json, String... headers)
            throws IOException, InterruptedException, ReflectiveOperationException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(application.action(action) + query))
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> fromPage(String action, String query, String json) throws Exception {
        return post(action, query, json, "Datastar-Request", "true");
    }

    private static String patch(String signals) {
        return "event: datastar-patch-signals\ndata: signals " + signals + "\n\n";
    }

    @Test
    void acceptsWhatInputsReallySend() throws Exception {
        assertEquals(
                "Order[title=Tea, amount=2, count=Optional.empty, gift=false, fit=Optional.empty, price=12.50,"
                        + " due=Optional.empty, at=13:45, lines=[Line[code=A, weights=[1.0, 2.5]]],"
                        + " address=Address[city=Oslo, street=Optional[]]]",
                post("ORDER", "", RIGHT).body());
        String more = RIGHT.replace("\"count\": \"\"", "\"count\": 7")
                .replace("\"gift\": false", "\"gift\": \"true\"")
                .replace("\"fit\": \"\"", "\"fit\": \"WIDE\"")
                .replace("\"due\": \"\"", "\"due\": \"2026-01-31\"");
        String order = post("ORDER", "", more).body();
        assertTrue(
                order.contains(
                        "count=Optional[7], gift=true, fit=Optional[WIDE], price=12.50, due=Optional[2026-01-31]"),
                order);
    }

    @Test
    void namesEveryFieldWithAProblem() throws Exception {
        HttpResponse<String> refused = post("ORDER", "", """
                {"title": " ", "amount": 0, "count": "x", "gift": 1, "fit": "BIG", "price": "much", "due": "31.1.",
                 "lines": [{"code": "a", "weights": []}, {"code": "A", "weights": [1, "heavy", 2, {}]}, 5]}
                """);

        assertEquals(400, refused.statusCode());
        assertEquals(
                List.of(
                        "The field 'count' must be a whole number, but was \"x\".",
                        "The field 'gift' must be true or false, but was 1.",
                        "The field 'fit' must be one of SLIM, WIDE, but was \"BIG\".",
                        "The field 'price' must be a number, but was \"much\".",
                        "The field 'due' must be a date such as 2026-01-31, but was \"31.1.\".",
                        "The field 'at' is missing; it must be a time such as 13:45.",
                        "A code has capitals.",
                        "The field 'lines.1.weights.1' must be a number, but was \"heavy\".",
                        "The field 'lines.1.weights.3' must be a number, but was {}.",
                        "The field 'lines.2' must be an object, but was 5.",
                        "The field 'ship.to' is missing; it must be an object.",
                        "The field 'title' must not be blank.",
                        "The field 'amount' must be at least 1."),
                refused.body().lines().toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Tea\"      | \"Much too long\" | The field 'title' must have at most 10 characters.",
                "\"2\"        | 1e10              | The field 'amount' must be a whole number from -2147483648 to 2147483647, but was 1e10.",
                "\"2\"        | \"\"              | The field 'amount' is missing; it must be a whole number.",
                "\"2\"        | 1.5               | The field 'amount' must be a whole number, but was 1.5.",
                "\"12.50\"    | 1e999999999       | The field 'price' must be a number, but was 1e999999999.",
                "\"Oslo\"     | \"Nowhere\"       | Nowhere is no city.",
                "\"Oslo\"     | \"Atlantis\"      | Atlantis has sunk.",
                "[1, \"2.5\"] | {}                | The field 'lines.0.weights' must be a list, but was {}."
            })
    void refusesAWrongValueWithOneSentence(String right, String wrong, String sentence) throws Exception {
        HttpResponse<String> refused = post("ORDER", "", RIGHT.replace(right, wrong));

        assertEquals(400, refused.statusCode());
        assertEquals(sentence, refused.body());
    }

    @Test
    void readsNothingOfAListThatIsTooLongAndMatchesNoTextThatIs() throws Exception {
        String lines = "{\"code\": \"wrong\"},".repeat(4_000) + "5";
        assertEquals(
                "The field 'lines' must have at most 5 elements.\n"
                        + "The field 'tags' must have at most 2 elements.\n"
                        + "The field 'code' must have at most 8 characters.",
                post(
                                "BASKET",
                                "",
                                "{\"lines\": [" + lines + "], \"tags\": [1, 2, \"x\"], \"code\": \"" + "a".repeat(50)
                                        + "\"}")
                        .body());
        assertEquals(
                "The field 'code' must match (.*a){12}.",
                post("BASKET", "", "{\"lines\": [], \"tags\": \"\", \"code\": \"aaaa\"}")
                        .body());
    }

    @Test
    void namesAndTextsMayHaveLineSeparators() throws Exception {
        HttpResponse<String> refused = post("NOTE", "", "{\"note\": \"a\u2028b\"}");

        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("One line,\u2028please."), refused::body);
        assertEquals(204, post("NOTE", "", "{\"note\": \"ab\"}").statusCode());
        assertEquals(400, post("FIND", "?a%E2%80%A8b=12", "{}").statusCode());
        assertEquals(204, post("FIND", "?a%E2%80%A8b=1", "{}").statusCode());
    }

    @Test
    void sendsErrorsToThePageAsSignalsAndClearsOldOnes() throws Exception {
        HttpResponse<String> refused = fromPage(
                "ORDER",
                "",
                RIGHT.replace("\"Tea\"", "\"\"")
                        .replace("Oslo", "Nowhere")
                        .replace("[1, \"2.5\"]", "[\"\"]")
                        .replace(
                                "\"other\"",
                                "\"errors\": {\"amount\": \"Old.\", \"title\": \"Old.\", \"at\": \"\"}, \"other\""));

        assertEquals(200, refused.statusCode());
        assertEquals(
                "text/event-stream",
                refused.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                patch("{\"errors\":{\"amount\":\"\",\"title\":\"The field 'title' must not be blank.\","
                        + "\"lines\":{\"0\":{\"weights\":{\"0\":\"The field 'lines.0.weights.0' is missing; it must be a number.\"}}},"
                        + "\"ship\":{\"to\":\"Nowhere is no city.\"}}}"),
                refused.body());
    }

    @Test
    void gathersProblemsOfTheQueryTheSignalsAndTheHandler() throws Exception {
        assertEquals(
                "The query parameter 'id' must be a whole number, but was \"x\".\n"
                        + "The field 'to' is missing; it must be a whole number.\n"
                        + "The field 'title' must have at most 3 characters.",
                post("BOTH", "?id=x", "{\"title\": \"long\", \"from\": 1}").body());
        assertEquals(
                patch("{\"errors\":{\"title\":\"There is one of that title.\"}}"),
                fromPage("BOTH", "?id=1", "{\"title\": \"\", \"from\": 1, \"to\": 2}")
                        .body());
    }

    @Test
    void answers400IfNoFieldIsToBlame() throws Exception {
        HttpResponse<String> refused = fromPage("RANGE", "", "{\"from\": 2, \"to\": 1}");

        assertEquals(400, refused.statusCode());
        assertEquals("The end comes before the start.", refused.body());
    }

    @Test
    void goodInputClearsTheErrorsThatThePageShows() throws Exception {
        String shown =
                ", \"from\": 1, \"to\": 2, \"errors\": {\"title\": \"Old.\", \"lines\": {\"0\": {\"code\": \"Old.\"}}}}";
        String cleared = patch("{\"errors\":{\"title\":\"\",\"lines\":{\"0\":{\"code\":\"\"}}}}");

        assertEquals(
                cleared, fromPage("BOTH", "?id=1", "{\"title\": \"ok\"" + shown).body());
        assertEquals(
                cleared + patch("{\"title\":\"\"}"),
                fromPage("BOTH", "?id=1", "{\"title\": \"x\"" + shown).body());
        String clean = ", \"from\": 1, \"to\": 2, \"errors\": {\"title\": \"\"}}";
        assertEquals(
                204, fromPage("BOTH", "?id=1", "{\"title\": \"ok\"" + clean).statusCode());
    }

    @Test
    void answers400IfAViewRefusesItsStream() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/limited?page=10"))
                .header("Datastar-Request", "true")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<String> refused = client.send(request, BodyHandlers.ofString());

        assertEquals(400, refused.statusCode());
        assertEquals("The query parameter 'page' must be at most 9.", refused.body());
    }

    @Test
    void badInputRefreshesNothing() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.uri())
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        try (Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
            Iterator<String> renderings =
                    lines.filter(line -> line.contains("rendering")).iterator();
            assertTrue(renderings.next().endsWith("rendering 1 after 0"));
            assertEquals(200, fromPage("CHANGE", "", "{\"by\": 10}").statusCode());
            assertEquals(400, post("CHANGE", "", "{\"by\": 10}").statusCode());
            assertEquals(204, fromPage("CHANGE", "", "{\"by\": 3}").statusCode());
            assertTrue(renderings.next().endsWith("rendering 2 after 3"));
        }
    }
}
