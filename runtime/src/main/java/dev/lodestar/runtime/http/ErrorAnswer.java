package dev.lodestar.runtime.http;

import dev.lodestar.Html;
import dev.lodestar.Patch;
import dev.lodestar.Patch.Mode;
import dev.lodestar.runtime.failure.ErrorPage;
import dev.lodestar.runtime.failure.FailureNotice;
import dev.lodestar.runtime.failure.Report;
import dev.lodestar.runtime.sse.EventWriter;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong, in the form in which whoever asked can read it: a page for a person who goes somewhere, and a sentence for
 * everything else; in development, events for a view's page.
 */
final class ErrorAnswer {
    /** Tells the framework's own client to take in the body, though the answer is no good. */
    private static final HttpString SHOW = new HttpString("Lodestar-Show");

    /** Makes a place for a notice in a page that shows none yet; the next frame takes it away. */
    private static final Patch PLACE = new Patch.Elements(
            Html.raw("<i id=\"" + FailureNotice.ID + "\"></i>"),
            "#lodestar:not(:has(>#" + FailureNotice.ID + "))",
            Mode.APPEND,
            false);

    private static final ContentPolicy POLICY = new ContentPolicy(ErrorPage.POLICY, "DENY");

    private ErrorAnswer() {}

    /**
     * Sets the headers of the body, which it gives.
     *
     * @param sentence what is wrong, for anybody to read
     */
    static byte[] body(HttpServerExchange exchange, int status, String sentence) {
        if (status < StatusCodes.BAD_REQUEST) {
            return text(exchange, sentence);
        }
        if (isNavigation(exchange)) {
            return page(exchange, status, sentence, null);
        }
        return text(exchange, status == StatusCodes.INTERNAL_SERVER_ERROR ? withId(exchange, sentence) : sentence);
    }

    /**
     * The same of what only whoever works on the application may see.
     *
     * @param sentence what is wrong, for anybody to read
     */
    static byte[] body(HttpServerExchange exchange, int status, String sentence, Report report) {
        if (isNavigation(exchange)) {
            return page(exchange, status, sentence, report);
        }
        if (isFromDatastar(exchange)) {
            return events(
                    exchange,
                    PLACE,
                    new Patch.Elements(
                            FailureNotice.of(sentence, RequestId.of(exchange), report), "", Mode.OUTER, false));
        }
        return text(exchange, withId(exchange, sentence) + "\n\n" + report.text());
    }

    /** A sentence with what to say to whoever has the log. */
    static String withId(HttpServerExchange exchange, String sentence) {
        return sentence + " (Request " + RequestId.of(exchange) + ")";
    }

    private static byte[] page(HttpServerExchange exchange, int status, String sentence, @Nullable Report report) {
        POLICY.put(exchange);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/html; charset=utf-8");
        return ErrorPage.of(status, sentence, RequestId.of(exchange), report);
    }

    private static byte[] events(HttpServerExchange exchange, Patch... patches) {
        EventWriter events = new EventWriter(script -> script);
        for (Patch patch : patches) {
            events.write(patch);
        }
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, EventStream.CONTENT_TYPE)
                .put(SHOW, "true");
        return events.toByteArray();
    }

    private static byte[] text(HttpServerExchange exchange, String text) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isNavigation(HttpServerExchange exchange) {
        boolean reads = exchange.getRequestMethod().equals(Methods.GET)
                || exchange.getRequestMethod().equals(Methods.HEAD);
        String accept = HeaderFields.joined(exchange.getRequestHeaders(), Headers.ACCEPT_STRING);
        return reads && accept != null && accept.contains("text/html") && !isFromDatastar(exchange);
    }

    private static boolean isFromDatastar(HttpServerExchange exchange) {
        return IncomingRequest.isFromDatastar(exchange.getRequestHeaders());
    }
}
