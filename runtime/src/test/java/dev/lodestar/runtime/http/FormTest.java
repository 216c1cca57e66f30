package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.BadInput;
import dev.lodestar.Config;
import dev.lodestar.Fields;
import dev.lodestar.Limits;
import dev.lodestar.Reply;
import dev.lodestar.Request;
import dev.lodestar.Upload;
import dev.lodestar.runtime.OpenStream;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.route.Rendering;
import dev.lodestar.runtime.route.Scope;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms, from the request to the answer. */
class FormTest {
    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=b";
    private static final String TITLE = "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n";
    private static final String FILE =
            "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"C:\\me\\a.png\"\r\n\r\n";

    private static RunningSite site;

    @BeforeAll
    static void start() {
        site = RunningSite.start(
                Config.defaults().withLimits(Limits.defaults().withBodyBytes(10_000)),
                (routes, server) -> routes.view("/", Scope.connection(), FormTest::shown)
                        .action("/a/show", request -> Reply.error(418, read(request)))
                        .action("/a/send", request -> {
                            if (request.signals().string("title").isEmpty()) {
                                throw new BadInput("title", "It needs a title.");
                            }
                            return Reply.redirect("/");
                        })
                        .action("/a/keep", request -> Reply.unchanged())
                        .action("/a/body", request -> Reply.error(418, body(request))));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static Rendering shown(Request request) {
        String title = request.signals().optional("title", Fields::string).orElse("none");
        return out -> out.text(title);
    }

    private static String read(Request request) {
        Fields form = request.signals();
        return form.string("title") + " " + form.list("tag", Fields::string) + " " + form.bool("news") + " "
                + request.files("photo").stream().map(Upload::toString).collect(Collectors.joining(" "));
    }

    private static String body(Request request) {
        try {
            return request.body().length + " bytes";
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }

    private static HttpRequest.Builder form(String path, String type, String body) {
        return site.to(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(String path, String type, String body) throws Exception {
        return site.send(form(path, type, body));
    }

    @Test
    void fieldsStandForSignalsInBothEncodings() throws Exception {
        assertEquals(
                "Zoë [1, 2] true ",
                send("/a/show", URL_ENCODED + ";charset=UTF-8", "title=Zo%C3%AB&tag=1&tag=2&news=on")
                        .body());
        assertEquals(
                "Zoë [] false Upload[fileName=a.png, contentType=application/octet-stream, bytes=3]",
                send("/a/show", MULTIPART, TITLE + "Zoë\r\n" + FILE + "\0\1\2\r\n--b--\r\n")
                        .body());
    }

    @Test
    void jsonIsReadAsSuchThoughItsTypeSaysThatItIsAForm() throws Exception {
        String json = " {\"title\": \"x\", \"tag\": [], \"news\": true}";
        for (String type : List.of(URL_ENCODED, "text/plain", "application/json")) {
            assertEquals("x [] true ", send("/a/show", type, json).body());
        }
    }

    @Test
    void streamIsOpenedWithAFormsFields() throws Exception {
        HttpRequest request = form("/", URL_ENCODED, "title=by+form").build();
        try (OpenStream stream = new OpenStream(
                site.client(HttpClient.Version.HTTP_1_1).send(request, HttpResponse.BodyHandlers.ofInputStream()))) {
            stream.await("by form");
        }
    }

    @Test
    void browserWithoutTheClientIsSentOnOrToldWhatIsWrong() throws Exception {
        HttpResponse<String> done = send("/a/send", URL_ENCODED, "title=x");
        assertEquals(303, done.statusCode());
        assertEquals("/", done.headers().firstValue("Location").orElse("none"));
        HttpResponse<String> refused = send("/a/send", URL_ENCODED, "title=");
        assertEquals(400, refused.statusCode());
        assertEquals("It needs a title.", refused.body());
        assertEquals(204, send("/a/keep", URL_ENCODED, "").statusCode());
    }

    @Test
    void pageIsToldOfFaultsAndThatThereAreNoneAnyMore() throws Exception {
        HttpResponse<String> refused =
                site.send(form("/a/send", URL_ENCODED, "title=&note=x").header("Datastar-Request", "true"));
        assertEquals(200, refused.statusCode());
        assertTrue(
                refused.body().contains("data: signals {\"errors\":{\"note\":\"\",\"title\":\"It needs a title.\"}}"),
                refused.body());
        HttpResponse<String> done =
                site.send(form("/a/keep", MULTIPART, FILE + "x\r\n--b--").header("Datastar-Request", "true"));
        assertTrue(done.body().contains("data: signals {\"errors\":{\"photo\":\"\"}}"), done.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--b", "x", TITLE, TITLE + "x\r\n--b", "--b\r\n\r\nx\r\n--b--", "{\"title\": \"x\"}"})
    void formThatIsNotWellFormedIsA400(String body) throws Exception {
        HttpResponse<String> answer = send("/a/keep", MULTIPART, body);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().matches("(The|A part of the) form [^\\n]+\\."), answer.body());
    }

    @Test
    void formThatIsTooLargeIsA413AndOneInAnotherCodingA415() throws Exception {
        String file = "x".repeat(10_000 - FILE.length() - "\r\n--b--".length());
        assertEquals(204, send("/a/keep", MULTIPART, FILE + file + "\r\n--b--").statusCode());
        assertEquals(413, send("/a/keep", MULTIPART, FILE + file + "x\r\n--b--").statusCode());
        assertEquals(
                415, send("/a/keep", URL_ENCODED + "; charset=latin1", "a=b").statusCode());
        assertEquals(400, send("/a/keep", URL_ENCODED, "a&".repeat(1_001)).statusCode());
    }

    @Test
    void bodyOfWhatPagesSendIsNotGiven() throws Exception {
        HttpResponse<String> answer = send("/a/body", URL_ENCODED, "title=x");
        assertTrue(answer.body().startsWith("Only a request for an action with crossOrigin = true"), answer.body());
    }
}
