package dev.lodestar.runtime.store;

import dev.lodestar.store.StoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file or folder that a store lives in, and what can be wrong with it, in words.
 *
 * @param path where it is
 */
public record StoreFile(Path path) {
    /**
     * Makes the folder around the file.
     *
     * @throws StoreException if the file cannot be read and written
     */
    public static StoreFile prepare(Path path) {
        Path absolute = path.toAbsolutePath();
        StoreFile file = new StoreFile(absolute);
        Path folder = absolute.getParent();
        try {
            Files.createDirectories(folder);
        } catch (AccessDeniedException e) {
            throw file.readOnly(e);
        } catch (IOException e) {
            throw new StoreException(
                    "The folder " + folder + " for the store cannot be made: " + e + ". Choose another place.", e);
        }
        if (!Files.isWritable(Files.exists(absolute) ? absolute : folder) || !Files.isWritable(folder)) {
            throw file.readOnly(null);
        }
        return file;
    }

    private StoreException readOnly(@Nullable Throwable cause) {
        return new StoreException(
                "The store " + path
                        + " cannot be written: its folder or file is read-only for this user. Give the user the"
                        + " right to write there, or choose another place.",
                cause);
    }

    /** Says that another process has it open. */
    public StoreException inUse(@Nullable Throwable cause) {
        return new StoreException(
                "The store " + path + " is open in another process, and only one can have it: end the other, or choose"
                        + " another file.",
                cause);
    }

    /** Says that it cannot be opened. */
    public StoreException unreadable(Throwable cause) {
        return new StoreException(
                "The store " + path + " cannot be opened: " + reason(cause)
                        + ". If it is another program's file, choose"
                        + " another place; if it is damaged, put back a copy.",
                cause);
    }

    /** Says that it cannot be written, and that what was in it stays. */
    public StoreException unwritable(Throwable cause) {
        return new StoreException(
                "Nothing can be written to the store " + path + ": " + reason(cause)
                        + ". What was committed before is kept; make room on the disk and try again.",
                cause);
    }

    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage() == null ? innermost.toString() : innermost.getMessage();
    }
}
