package dev.lodestar.runtime.store.medium;

import dev.lodestar.store.StoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file or folder that a store lives in, and the messages for what can go wrong with it. Immutable.
 *
 * @param path where it is
 */
public record StoreFile(Path path) {
    /**
     * Creates the folder around the file, unless it exists, and checks that both can be written.
     *
     * @throws StoreException if they cannot be read and written
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
                    "The folder " + folder + " for the store cannot be created: " + e + ". Choose another place.", e);
        }
        if (!Files.isWritable(Files.exists(absolute) ? absolute : folder) || !Files.isWritable(folder)) {
            throw file.readOnly(null);
        }
        return file;
    }

    private StoreException readOnly(@Nullable Throwable cause) {
        return new StoreException(
                "The store " + path
                        + " cannot be written: its folder or file is read-only for this user. Grant the user write"
                        + " permission there, or choose another place.",
                cause);
    }

    /** Returns the exception for a file that another process has open. */
    public StoreException inUse(@Nullable Throwable cause) {
        return new StoreException(
                "The store " + path + " is open in another process, and only one can have it open: end that process, or"
                        + " choose another file.",
                cause);
    }

    /** Returns the exception for a file that cannot be opened. */
    public StoreException unreadable(Throwable cause) {
        return new StoreException(
                "The store " + path + " cannot be opened: " + reason(cause)
                        + ". If the file belongs to another program, choose another place; if it is damaged, restore"
                        + " a backup.",
                cause);
    }

    /** Returns the exception for a commit that cannot be written; it says that earlier commits are safe. */
    public StoreException unwritable(Throwable cause) {
        return new StoreException(
                "Nothing can be written to the store " + path + ": " + reason(cause)
                        + ". Everything committed before is safe; free some disk space and try again.",
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
