package dev.lodestar.runtime.http.request;

import dev.lodestar.runtime.signal.ContentType;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The encoding that a body must have: UTF-8, uncompressed. Unless its content type says that it is a form, it is
 * parsed as JSON whatever the type: command-line tools send another, and pages of other sites are refused before.
 */
public final class BodyEncoding {
    private BodyEncoding() {}

    /** Why a body with such headers is refused, or null if it can be read. */
    public static @Nullable String refusal(HeaderMap headers) {
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
