package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.BadInput;
import dev.lodestar.Reply;
import dev.lodestar.Request;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.route.ActionHandler;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an action receives that other servers call. */
class WebhookTest {
    private static final byte[] KEY = "key".getBytes(StandardCharsets.UTF_8);

    /** Of the body below, computed with OpenSSL: {@code openssl dgst -sha256 -hmac key}. */
    private static final String SIGNATURE = "b5079d6b5d70c53020941400e5341d917b3b48d3778906bbd98305625e35e21d";

    private static volatile ActionHandler action = request -> Reply.changed();
    private static RunningSite site;

    @BeforeAll
    static void start() {
        site = RunningSite.start((routes, server) ->
                routes.action("/a/hook", request -> action.handle(request)).crossOrigin("/a/hook"));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static HttpRequest.Builder hook(String type, byte[] body) {
        return HttpRequest.newBuilder(site.server().uri().resolve("/a/hook"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
    }

    private static HttpResponse<String> send(String type, String body, ActionHandler handler) throws Exception {
        action = handler;
        return site.send(hook(type, body.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, none",
        "application/json; charset=utf-16, none",
        "application/xml; charset=iso-8859-1, none",
        "application/x-www-form-urlencoded, none",
        "multipart/form-data, none",
        "application/octet-stream, gzip",
        "nonsense, none"
    })
    void bodyIsAsItWasSentWhateverItsType(String type, String coding) throws Exception {
        byte[] sent = new byte[1_000];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (byte) (i * 7);
        }
        AtomicReference<byte[]> got = new AtomicReference<>();
        action = request -> {
            request.body()[0]++; // a copy
            got.set(request.body());
            return Reply.changed();
        };
        HttpRequest.Builder request = hook(type, sent);
        assertEquals(
                204,
                site.send(coding.equals("none") ? request : request.header("Content-Encoding", coding))
                        .statusCode());
        assertArrayEquals(sent, got.get());
    }

    @Test
    void jsonAndFormsAreReadAsElsewhere() throws Exception {
        ActionHandler order = request -> Reply.error(418, request.signals().string("order") + request.body().length);
        assertEquals(
                "A114", send("application/json", "{\"order\":\"A1\"}", order).body());
        assertEquals(
                "A18",
                send("application/x-www-form-urlencoded", "order=A1", order).body());
        String file = "--b\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\nxyz\r\n--b--";
        assertEquals(
                "3",
                send(
                                "multipart/form-data; boundary=b",
                                file,
                                request -> Reply.error(
                                        418, "" + request.files("f").get(0).bytes().length))
                        .body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | <paid/> | The body must be a JSON object",
                "application/xml; charset=iso-8859-1 | {} | The body must be in UTF-8.",
                "application/x-www-form-urlencoded | a=%zz | The form has a %",
                "multipart/form-data; boundary=b | x | The form does not begin"
            })
    void bodyThatHoldsNoSignalsIsA400WhenTheActionAsksForThem(String type, String body, String sentence)
            throws Exception {
        assertEquals(204, send(type, body, request -> Reply.changed()).statusCode());
        HttpResponse<String> answer = send(type, body, request -> {
            request.signals();
            return Reply.changed();
        });
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().startsWith(sentence), answer.body());
        assertEquals(
                400,
                send(type, body, request -> {
                            request.files("a");
                            return Reply.changed();
                        })
                        .statusCode());
    }

    @Test
    void actionThatRanIsAnsweredThoughThePagesErrorsCannotBeRead() throws Exception {
        action = request -> Reply.changed();
        byte[] body = {(byte) 0xff};
        assertEquals(
                204,
                site.send(hook("image/png", body).header("Datastar-Request", "true"))
                        .statusCode());
        action = request -> {
            throw new BadInput("order", "There is no such order.");
        };
        String answer = site.send(hook("image/png", body).header("Datastar-Request", "true"))
                .body();
        assertTrue(answer.contains("{\"errors\":{\"order\":\"There is no such order.\"}}"), answer);
    }

    @Test
    void signatureOfTheBytesIsVerified() throws Exception {
        action = request -> isSigned(request) ? Reply.changed() : Reply.error(403, "Not signed.");
        String body = "{ \"order\" :\t\"ü\" }";
        HttpRequest.Builder request = hook("application/json", body.getBytes(StandardCharsets.UTF_8));
        assertEquals(
                204, site.send(request.copy().header("X-Signature", SIGNATURE)).statusCode());
        assertEquals(
                403,
                site.send(request.copy().header("X-Signature", SIGNATURE.replace('0', '1')))
                        .statusCode());
        assertEquals(403, site.send(request.copy()).statusCode());
        byte[] changed = (body + " ").getBytes(StandardCharsets.UTF_8);
        assertEquals(
                403,
                site.send(hook("application/json", changed).header("X-Signature", SIGNATURE))
                        .statusCode());
    }

    private static boolean isSigned(Request request) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        String expected = HexFormat.of().formatHex(mac.doFinal(request.body()));
        String given = request.header("X-Signature").orElse("");
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
