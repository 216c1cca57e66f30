package dev.lodestar.runtime;

import org.jspecify.annotations.Nullable;

/** Thrown when a server cannot start. Its message is one sentence for whoever started it, and says what to do. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
