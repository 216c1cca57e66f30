package dev.lodestar.runtime.http;

import dev.lodestar.Html;
import dev.lodestar.Patch;
import dev.lodestar.Reply;
import dev.lodestar.runtime.http.action.ActionAnswer;
import dev.lodestar.runtime.http.action.OneTimeScripts;
import dev.lodestar.runtime.http.action.ReplyWriter;
import dev.lodestar.runtime.http.answer.ContentTypes;
import dev.lodestar.runtime.http.request.HeaderFields;
import dev.lodestar.runtime.sse.EventWriter;
import dev.lodestar.runtime.sse.SignalJson;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * What a page gets instead of its stream if the view refuses.
 *
 * @param scripts keeps the script of a redirect
 */
record StreamRefusal(OneTimeScripts scripts) {
    /** Sent by the framework's own client, which shows the sentence and does not retry at once. */
    private static final HttpString STREAM = new HttpString("Lodestar-Stream");

    private static final HttpString SELECTOR = new HttpString("datastar-selector");
    private static final HttpString MODE = new HttpString("datastar-mode");

    /** Answers the request for a stream. Nothing was sent yet. */
    void answer(HttpServerExchange exchange, Reply refusal) {
        answerTo(exchange.getRequestHeaders(), refusal, scripts.urlsFor(exchange))
                .send(exchange);
    }

    private static ActionAnswer answerTo(HeaderMap request, Reply refusal, UnaryOperator<String> urls) {
        boolean page = HeaderFields.isFromDatastar(request);
        if (refusal instanceof Reply.Redirect redirect && page) {
            String url = urls.apply(script(redirect.location()));
            return markup("body", "append", "<script src=\"" + url + "\"></script>");
        } else if (refusal instanceof Reply.Refusal error && page && !request.contains(STREAM)) {
            return markup("#lodestar", "inner", "<p role=\"alert\">" + Html.text(error.message()) + "</p>");
        }
        return ReplyWriter.answer(refusal, false, urls);
    }

    // Not as an event, since a page reopens a stream that ends; nor with an error status, after which other clients
    // than the framework's own retry every second.
    private static ActionAnswer markup(String selector, String mode, String elements) {
        byte[] body = elements.getBytes(StandardCharsets.UTF_8);
        return ActionAnswer.of(StatusCodes.OK, ContentTypes.HTML, body)
                .with(SELECTOR, selector)
                .with(MODE, mode);
    }

    /** The last event of an open stream; empty if the page learns the reason when it opens the stream again. */
    byte[] lastEvent(HttpServerExchange exchange, Reply refusal) {
        EventWriter event = new EventWriter(scripts.urlsFor(exchange));
        if (refusal instanceof Reply.Redirect redirect) {
            event.write(new Patch.Script(script(redirect.location())));
        }
        return event.toByteArray();
    }

    // Replaces the page in the history, so that the back button does not lead to a page that is refused.
    private static String script(String location) {
        return "window.location.replace(" + SignalJson.write(location) + ")";
    }
}
