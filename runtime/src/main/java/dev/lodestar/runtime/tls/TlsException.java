package dev.lodestar.runtime.tls;

import org.jspecify.annotations.Nullable;

/** What is wrong with a certificate or its key, in one sentence that says what to do. */
public final class TlsException extends Exception {
    private static final long serialVersionUID = 1;

    TlsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
