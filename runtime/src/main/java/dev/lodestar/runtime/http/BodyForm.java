package dev.lodestar.runtime.http;

import dev.lodestar.runtime.signal.ContentType;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What a body must be to be read: UTF-8, as it is. Whether it is JSON is found out by reading it, unless its content type
 * says that it is a form: command-line tools name another, and a page of another site is refused before.
 */
final class BodyForm {
    private BodyForm() {}

    /** The sentence that refuses a body with such headers, or null if it can be read. */
    static @Nullable String refusal(HeaderMap headers) {
        String coding = HeaderFields.joined(headers, Headers.CONTENT_ENCODING_STRING);
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            return "The body must not be compressed.";
        }
        if (headers.count(Headers.CONTENT_TYPE) > 1) {
            return "The body must have one Content-Type, not several.";
        }
        String charset = ContentType.of(headers.getFirst(Headers.CONTENT_TYPE)).charset();
        return charset.equalsIgnoreCase("utf-8") ? null : "The body must be in UTF-8.";
    }
}
