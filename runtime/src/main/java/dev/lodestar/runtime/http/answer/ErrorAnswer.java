package dev.lodestar.runtime.http.answer;

import dev.lodestar.Html;
import dev.lodestar.Patch;
import dev.lodestar.Patch.Mode;
import dev.lodestar.runtime.failure.ErrorPage;
import dev.lodestar.runtime.failure.FailureNotice;
import dev.lodestar.runtime.failure.Report;
import dev.lodestar.runtime.http.request.HeaderFields;
import dev.lodestar.runtime.http.request.RequestId;
import dev.lodestar.runtime.sse.EventWriter;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error, in a form that suits the client: a page if a person navigates there, otherwise a sentence; in
 * development, events for the page of a view.
 */
public final class ErrorAnswer {
    /** Tells the framework's own client to apply the events, though the status is an error. */
    private static final HttpString SHOW = new HttpString("Lodestar-Show");

    /** Adds an empty notice to a page that has none yet; the next frame removes it. */
    private static final Patch PLACE = new Patch.Elements(
            Html.raw("<i id=\"" + FailureNotice.ID + "\"></i>"),
            "#lodestar:not(:has(>#" + FailureNotice.ID + "))",
            Mode.APPEND,
            false);

    private static final ContentPolicy POLICY = new ContentPolicy(ErrorPage.POLICY, "DENY");

    private ErrorAnswer() {}

    /**
     * Sets the headers of the body, and returns it.
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
     * The same with details that only the application's developer may see.
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

    /** A sentence with the id by which the request is found in the log. */
    public static String withId(HttpServerExchange exchange, String sentence) {
        return sentence + " (Request " + RequestId.of(exchange) + ")";
    }

    private static byte[] page(HttpServerExchange exchange, int status, String sentence, @Nullable Report report) {
        POLICY.put(exchange);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, ContentTypes.HTML);
        return ErrorPage.of(status, sentence, RequestId.of(exchange), report);
    }

    private static byte[] events(HttpServerExchange exchange, Patch... patches) {
        EventWriter events = new EventWriter(script -> script);
        for (Patch patch : patches) {
            events.write(patch);
        }
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, ContentTypes.EVENT_STREAM)
                .put(SHOW, "true");
        return events.toByteArray();
    }

    private static byte[] text(HttpServerExchange exchange, String text) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, ContentTypes.TEXT);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isNavigation(HttpServerExchange exchange) {
        boolean reads = exchange.getRequestMethod().equals(Methods.GET)
                || exchange.getRequestMethod().equals(Methods.HEAD);
        String accept = HeaderFields.joined(exchange.getRequestHeaders(), Headers.ACCEPT_STRING);
        return reads && accept != null && accept.contains("text/html") && !isFromDatastar(exchange);
    }

    private static boolean isFromDatastar(HttpServerExchange exchange) {
        return HeaderFields.isFromDatastar(exchange.getRequestHeaders());
    }
}
