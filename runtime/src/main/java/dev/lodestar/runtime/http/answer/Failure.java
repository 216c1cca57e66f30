package dev.lodestar.runtime.http.answer;

import dev.lodestar.runtime.collapse.Collapse;
import dev.lodestar.runtime.failure.FailureNotice;
import dev.lodestar.runtime.failure.LogText;
import dev.lodestar.runtime.failure.Report;
import dev.lodestar.runtime.http.request.RequestId;
import dev.lodestar.runtime.http.request.RequestPath;
import dev.lodestar.runtime.signal.InputFields;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderValues;
import io.undertow.util.StatusCodes;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a request that the application fails to serve: the log gets the cause, the client a sentence that does not
 * reveal it. In development the client gets the cause, too.
 */
public final class Failure {
    private static final Logger log = LoggerFactory.getLogger(Failure.class);
    private static final AttachmentKey<Boolean> SHOWN = AttachmentKey.create(Boolean.class);
    private static final Set<String> SECRETS = Set.of("cookie", "authorization", "proxy-authorization");
    private static final int MAX_SHOWN_BYTES = 4_000;

    private Failure() {}

    /** Lets the sender of a request see why it fails. */
    public static void show(HttpServerExchange exchange) {
        exchange.putAttachment(SHOWN, true);
    }

    /** Answers a request that failed, whose body was not read. */
    public static void answer(HttpServerExchange exchange, Throwable failure) {
        answer(exchange, failure, new byte[0]);
    }

    /**
     * Answers a request that failed.
     *
     * @param body the body of the request, as far as it was read
     */
    public static void answer(HttpServerExchange exchange, Throwable failure, byte[] body) {
        Collapse.notice(failure);
        log.atError()
                .addKeyValue("request", RequestId.of(exchange))
                .addKeyValue("method", LogText.of(exchange.getRequestMethod().toString()))
                .addKeyValue("path", LogText.ofEncoded(RequestPath.of(exchange)))
                .setCause(failure)
                .log("The request failed.");
        if (exchange.isResponseStarted()) {
            exchange.setPersistent(false);
            exchange.endExchange();
        } else if (exchange.getAttachment(SHOWN) != null) {
            Report report = new Report(failure, facts(exchange, body));
            byte[] answer =
                    ErrorAnswer.body(exchange, StatusCodes.INTERNAL_SERVER_ERROR, FailureNotice.SENTENCE, report);
            Answer.respond(exchange, StatusCodes.INTERNAL_SERVER_ERROR, answer, null);
        } else {
            Answer.text(exchange, StatusCodes.INTERNAL_SERVER_ERROR, FailureNotice.SENTENCE);
        }
    }

    private static Map<String, String> facts(HttpServerExchange exchange, byte[] body) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Request", exchange.getRequestMethod() + " " + RequestPath.of(exchange));
        facts.put("Query", exchange.getQueryString());
        facts.put(InputFields.beginsAsJson(body) ? "Signals" : "Body", shown(body));
        for (HeaderValues header : exchange.getRequestHeaders()) {
            String name = header.getHeaderName().toString();
            if (!SECRETS.contains(name.toLowerCase(Locale.ROOT))) {
                facts.put(name, String.join("\n", header));
            }
        }
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    /** The beginning of a body, or its size if it is binary. */
    private static String shown(byte[] body) {
        int end = Math.min(body.length, MAX_SHOWN_BYTES);
        for (int i = 0; i < end; i++) {
            if (body[i] >= 0 && body[i] < ' ' && "\t\r\n".indexOf(body[i]) < 0) {
                return body.length + " bytes";
            }
        }
        return new String(body, 0, end, StandardCharsets.UTF_8);
    }
}
