package dev.lodestar.runtime.http;

import dev.lodestar.Patch;
import dev.lodestar.Reply;
import dev.lodestar.runtime.sse.EventWriter;
import dev.lodestar.runtime.sse.SignalJson;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers an action's request with its reply. */
final class ReplyWriter {
    private ReplyWriter() {}

    static void write(HttpServerExchange exchange, Reply reply, OneTimeScripts scripts) {
        if (reply instanceof Reply.Patches patches) {
            patches(exchange, patches.patches(), scripts);
        } else if (reply instanceof Reply.Redirect redirect) {
            redirect(exchange, redirect.location(), scripts);
        } else if (reply instanceof Reply.Refusal refusal) {
            Answer.text(exchange, refusal.status(), refusal.message());
        } else {
            Answer.empty(exchange, StatusCodes.NO_CONTENT);
        }
    }

    private static void patches(HttpServerExchange exchange, List<Patch> patches, OneTimeScripts scripts) {
        EventWriter events = new EventWriter(scripts::url);
        patches.forEach(events::write);
        exchange.getResponseHeaders()
                .put(Headers.CACHE_CONTROL, Answer.NO_STORE)
                .put(Headers.CONTENT_TYPE, EventStream.CONTENT_TYPE);
        Answer.body(exchange, ByteBuffer.wrap(events.toByteArray()));
    }

    // To the client's fetch a 303 would be a page to patch in; the page itself has to go.
    private static void redirect(HttpServerExchange exchange, String location, OneTimeScripts scripts) {
        if (IncomingRequest.isFromDatastar(exchange.getRequestHeaders())) {
            String script = "window.location.assign(" + SignalJson.write(location) + ")";
            patches(exchange, List.of(new Patch.Script(script)), scripts);
        } else {
            seeOther(exchange, location);
        }
    }

    /** Sends a client elsewhere that is no page. */
    static void seeOther(HttpServerExchange exchange, String location) {
        exchange.getResponseHeaders().put(Headers.LOCATION, ascii(location));
        Answer.empty(exchange, StatusCodes.SEE_OTHER);
    }

    // A header takes one byte for each char, so that others than ASCII would turn into something else, even a line
    // break.
    private static String ascii(String location) {
        StringBuilder ascii = new StringBuilder(location.length());
        for (byte b : location.getBytes(StandardCharsets.UTF_8)) {
            if (b < 0) {
                ascii.append('%').append(Integer.toHexString(b & 0xff));
            } else {
                ascii.append((char) b);
            }
        }
        return ascii.toString();
    }
}
