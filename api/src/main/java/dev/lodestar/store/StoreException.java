package dev.lodestar.store;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a store cannot do what was asked: a stored value does not fit the type it is read as, the disk is full, the
 * file belongs to another process. The message is one sentence that names the key or the file and says what to do.
 *
 * <p>What was committed before stays, and can be read; a commit that failed has changed nothing.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param message one sentence: what is wrong, why, and what to do
     * @param cause what the backend threw, or null
     */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
