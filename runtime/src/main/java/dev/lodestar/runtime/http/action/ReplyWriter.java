package dev.lodestar.runtime.http.action;

import dev.lodestar.Patch;
import dev.lodestar.Reply;
import dev.lodestar.runtime.http.answer.ContentTypes;
import dev.lodestar.runtime.sse.EventWriter;
import dev.lodestar.runtime.sse.SignalJson;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** Turns the reply of an action into an answer. */
public final class ReplyWriter {
    private ReplyWriter() {}

    /**
     * @param toClient whether a Datastar client reads it
     * @param scripts turns a script into the URL at which the client can fetch it
     */
    public static ActionAnswer answer(Reply reply, boolean toClient, UnaryOperator<String> scripts) {
        if (reply instanceof Reply.Patches patches) {
            return patches(patches.patches(), scripts);
        } else if (reply instanceof Reply.Redirect redirect) {
            return toClient ? redirect(redirect.location(), scripts) : seeOther(redirect.location());
        } else if (reply instanceof Reply.Refusal refusal) {
            return ActionAnswer.text(refusal.status(), refusal.message());
        }
        return ActionAnswer.empty(StatusCodes.NO_CONTENT);
    }

    private static ActionAnswer patches(List<Patch> patches, UnaryOperator<String> scripts) {
        EventWriter events = new EventWriter(scripts);
        patches.forEach(events::write);
        return ActionAnswer.of(StatusCodes.OK, ContentTypes.EVENT_STREAM, events.toByteArray());
    }

    // The client's fetch would follow a 303 and patch that page in; the page itself has to navigate.
    private static ActionAnswer redirect(String location, UnaryOperator<String> scripts) {
        return patches(
                List.of(new Patch.Script("window.location.assign(" + SignalJson.write(location) + ")")), scripts);
    }

    private static ActionAnswer seeOther(String location) {
        return ActionAnswer.empty(StatusCodes.SEE_OTHER).with(Headers.LOCATION, ascii(location));
    }

    // A header has one byte per char, so other characters than ASCII would turn into something else, even a line break.
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
