package dev.lodestar.runtime;

import org.jspecify.annotations.Nullable;

/** Thrown when a server cannot start. Its message says in one sentence what to do. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
