package dev.lodestar.runtime.http;

import dev.lodestar.Html;
import dev.lodestar.Patch;
import dev.lodestar.Reply;
import dev.lodestar.runtime.sse.EventWriter;
import dev.lodestar.runtime.sse.SignalJson;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * What a page gets in place of its stream when the view refuses.
 *
 * @param scripts takes the script of a redirect
 */
record StreamRefusal(OneTimeScripts scripts) {
    /** Sent by the framework's own client, which shows the sentence and does not ask again at once. */
    private static final HttpString STREAM = new HttpString("Lodestar-Stream");

    private static final HttpString SELECTOR = new HttpString("datastar-selector");
    private static final HttpString MODE = new HttpString("datastar-mode");

    /** Answers the request for a stream, of which nothing was sent yet. */
    void answer(HttpServerExchange exchange, Reply refusal) {
        answerTo(exchange.getRequestHeaders(), refusal, scripts.urlsFor(exchange))
                .send(exchange);
    }

    private static ActionAnswer answerTo(HeaderMap request, Reply refusal, UnaryOperator<String> urls) {
        boolean page = IncomingRequest.isFromDatastar(request);
        if (refusal instanceof Reply.Redirect redirect && page) {
            String url = urls.apply(script(redirect.location()));
            return markup("body", "append", "<script src=\"" + url + "\"></script>");
        } else if (refusal instanceof Reply.Refusal error && page && !request.contains(STREAM)) {
            return markup("#lodestar", "inner", "<p role=\"alert\">" + Html.text(error.message()) + "</p>");
        }
        return ReplyWriter.answer(refusal, false, urls);
    }

    // Not as an event, since a page opens a stream again that ends, nor with a status, for which others than the
    // own client ask again every second.
    private static ActionAnswer markup(String selector, String mode, String elements) {
        byte[] body = elements.getBytes(StandardCharsets.UTF_8);
        return ActionAnswer.of(StatusCodes.OK, "text/html; charset=utf-8", body)
                .with(SELECTOR, selector)
                .with(MODE, mode);
    }

    /** The last event of a stream that is open: none, if the page finds out why when it opens the stream again. */
    byte[] lastEvent(HttpServerExchange exchange, Reply refusal) {
        EventWriter event = new EventWriter(scripts.urlsFor(exchange));
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
