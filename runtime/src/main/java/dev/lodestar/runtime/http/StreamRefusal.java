package dev.lodestar.runtime.http;

import dev.lodestar.Patch;
import dev.lodestar.Reply;
import dev.lodestar.runtime.sse.EventWriter;
import dev.lodestar.runtime.sse.SignalJson;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a page gets in place of its stream when the view refuses.
 *
 * @param scripts takes the script of a redirect
 */
record StreamRefusal(OneTimeScripts scripts) {
    private static final HttpString SELECTOR = new HttpString("datastar-selector");
    private static final HttpString MODE = new HttpString("datastar-mode");

    /** Answers the request for a stream, of which nothing was sent yet. */
    void answer(HttpServerExchange exchange, Reply refusal) {
        if (refusal instanceof Reply.Refusal error) {
            Answer.text(exchange, error.status(), error.message());
        } else if (refusal instanceof Reply.Redirect redirect) {
            redirect(exchange, redirect.location());
        }
    }

    // As markup and not as an event: a stream that ends would be opened again, while the page is about to leave.
    private void redirect(HttpServerExchange exchange, String location) {
        if (!IncomingRequest.isFromDatastar(exchange.getRequestHeaders())) {
            ReplyWriter.seeOther(location).send(exchange);
            return;
        }
        String element = "<script src=\"" + scripts.url(script(location)) + "\"></script>";
        exchange.getResponseHeaders()
                .put(Headers.CACHE_CONTROL, Answer.NO_STORE)
                .put(Headers.CONTENT_TYPE, "text/html; charset=utf-8")
                .put(SELECTOR, "body")
                .put(MODE, "append");
        Answer.body(exchange, ByteBuffer.wrap(element.getBytes(StandardCharsets.UTF_8)));
    }

    /** The last event of a stream that is open: none, if the page finds out why when it opens the stream again. */
    byte[] lastEvent(Reply refusal) {
        EventWriter event = new EventWriter(scripts::url);
        if (refusal instanceof Reply.Redirect redirect) {
            event.write(new Patch.Script(script(redirect.location())));
        }
        return event.toByteArray();
    }

    // The page that nobody may see is not left in the history, for the back button to lead to.
    private static String script(String location) {
        return "window.location.replace(" + SignalJson.write(location) + ")";
    }
}
