package dev.lodestar.runtime.tls;

import org.jspecify.annotations.Nullable;

/** A certificate or key cannot be used. The message says what is wrong and what to do, in one sentence. */
public final class TlsException extends Exception {
    private static final long serialVersionUID = 1;

    TlsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
