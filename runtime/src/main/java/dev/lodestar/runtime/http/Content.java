package dev.lodestar.runtime.http;

import dev.lodestar.Fields;
import dev.lodestar.Upload;
import dev.lodestar.runtime.signal.ContentType;
import dev.lodestar.runtime.signal.Form;
import dev.lodestar.runtime.signal.InputFields;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.util.List;
import java.util.Map;

/**
 * What a request's body holds.
 *
 * @param signals the signals, or a form's fields
 * @param files a form's files
 */
record Content(Fields signals, Map<String, List<Upload>> files) {
    /**
     * Reads a body: as a form if its content type says so, else as JSON, whatever it says.
     *
     * @param deepest how deep signals may be nested
     * @throws dev.lodestar.BadInput if it cannot be read
     */
    static Content read(String method, HeaderMap headers, Fields query, byte[] body, int deepest) {
        Form form = Form.read(ContentType.of(headers.getFirst(Headers.CONTENT_TYPE)), body);
        return form == null
                ? new Content(InputFields.signals(method, query, body, deepest), Map.of())
                : new Content(form.fields(), form.files());
    }
}
