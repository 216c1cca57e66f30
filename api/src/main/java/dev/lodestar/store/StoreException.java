package dev.lodestar.store;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a store cannot do what it was asked to: a stored value does not fit the type it is read as, the disk is
 * full, or another process has the file open. The message is one sentence that names the key or the file and says what
 * to do.
 *
 * <p>Earlier commits are safe and can still be read; a commit that fails changes nothing.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Creates the exception.
     *
     * @param message one sentence: what is wrong, why, and what to do
     * @param cause what the backend threw, or null
     */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
