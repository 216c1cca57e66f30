package dev.lodestar.runtime.http.request;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;

/**
 * Checks the values of headers. HTTP/2 and HPACK can carry any character in them. One that ends a line or string
 * elsewhere, as in a log, in a request of HTTP/1.1 or in a C program, must be refused (RFC 9110, 5.5, and RFC 9113,
 * 8.2.1).
 */
public final class FieldValues {
    private FieldValues() {}

    /** Whether no value has a line break or a NUL character. */
    public static boolean areLines(HeaderMap headers) {
        for (HeaderValues values : headers) {
            for (String value : values) {
                if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0 || value.indexOf('\0') >= 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
