package dev.lodestar.runtime.http.request;

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
 * The parsed body of a request: a form if its content type says so, otherwise JSON, whatever the type. JSON is parsed
 * on demand. Safe for use by any thread.
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
     * @param body the body, which must not be changed
     * @param maxDepth how deeply signals may be nested
     */
    Content(HeaderMap headers, byte[] body, int maxDepth) {
        this.headers = headers;
        this.body = body;
        this.text = SignalText.of(body, maxDepth);
    }

    byte[] body() {
        return body;
    }

    /**
     * Checks that the body can be parsed.
     *
     * @return about how many bytes its fields may take, not counting the characters and files in them
     * @throws BadInput if it is malformed
     */
    synchronized long check() {
        String refusal = body.length == 0 ? null : BodyEncoding.refusal(headers);
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

    /** The signals, or the fields of a form. */
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

    /** The signals that are needed to change the errors that the page shows. */
    synchronized Fields shownErrors() {
        Form sent = form();
        return sent == null ? text.only(ErrorSignals.ROOT) : sent.fields();
    }

    synchronized List<Upload> files(String name) {
        Form sent = form();
        return sent == null ? List.of() : sent.files().getOrDefault(name, List.of());
    }
}
