package dev.lodestar.processor.asset;

import java.io.IOException;
import java.nio.file.AccessDeniedException;

/** Explains why a file cannot be read. */
final class Unreadable {
    private Unreadable() {}

    /** The reason and what to do about it, as the end of a sentence. */
    static String reason(IOException e) {
        return e instanceof AccessDeniedException
                ? "access is denied. Make it readable to the user who runs the build."
                : e.getMessage() + " (" + e.getClass().getSimpleName() + ").";
    }
}
