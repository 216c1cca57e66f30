package dev.lodestar.runtime.http;

import dev.lodestar.BadInput;
import dev.lodestar.Fields;
import dev.lodestar.Upload;
import dev.lodestar.runtime.signal.ContentType;
import dev.lodestar.runtime.signal.ErrorSignals;
import dev.lodestar.runtime.signal.Form;
import dev.lodestar.runtime.signal.SignalText;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request's body and what it holds: a form if its content type says so, else JSON, whatever it says. JSON is read
 * when somebody asks for it. Safe for use by any thread.
 */
final class Content {
    private final HeaderMap headers;
    private final byte[] body;
    private final SignalText text;
    private boolean checked;
    private @Nullable Form form;
    private @Nullable Fields signals;

    /**
     * @param headers the headers of the request
     * @param body its body, which nobody changes
     * @param deepest how deep signals may be nested
     */
    Content(HeaderMap headers, byte[] body, int deepest) {
        this.headers = headers;
        this.body = body;
        this.text = SignalText.of(body, deepest);
    }

    byte[] body() {
        return body;
    }

    /**
     * Finds out whether the body can be read.
     *
     * @return about how many bytes its fields may take, not counting the characters and files in them
     * @throws BadInput if it cannot be read
     */
    synchronized long check() {
        String refusal = body.length == 0 ? null : BodyForm.refusal(headers);
        if (refusal != null) {
            throw new BadInput(refusal);
        }
        form = Form.read(ContentType.of(headers.getFirst(Headers.CONTENT_TYPE)), body);
        long size = form == null ? text.check() : form.size();
        checked = true;
        return size;
    }

    private @Nullable Form form() {
        if (!checked) {
            check();
        }
        return form;
    }

    /** The signals, or a form's fields. */
    synchronized Fields signals() {
        Form sent = form();
        if (sent != null) {
            return sent.fields();
        }
        Fields read = signals;
        if (read == null) {
            read = text.fields();
            signals = read;
        }
        return read;
    }

    /** What is needed of the signals to change the errors that the page shows. */
    synchronized Fields shownErrors() {
        Form sent = form();
        return sent == null ? text.only(ErrorSignals.ROOT) : sent.fields();
    }

    synchronized List<Upload> files(String name) {
        Form sent = form();
        return sent == null ? List.of() : sent.files().getOrDefault(name, List.of());
    }
}
