package dev.lodestar.runtime.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shims and assets of an application, by path. Immutable; the bytes are off the heap. */
public final class AssetTable {
    private final Map<String, Asset> assets;

    AssetTable(Map<String, Asset> assets) {
        this.assets = assets;
    }

    /**
     * Reads the table that the compiler wrote beside the application's classes, and closes the stream.
     *
     * @param table the stream, or null if there is none, as {@link Class#getResourceAsStream} returns it
     * @throws IllegalStateException if there is no table or it is damaged; the message says what to do
     */
    public static AssetTable read(@Nullable InputStream table) {
        if (table == null) {
            throw new IllegalStateException(
                    "The asset table lodestar.table is not beside the application's classes."
                            + " The annotation processor writes it: rebuild the application, and keep resources when packaging.");
        }
        try (table) {
            return new AssetTable(new AssetTableReader(table).read());
        } catch (IOException e) {
            throw new UncheckedIOException("The asset table cannot be read.", e);
        }
    }

    /** The entry at a path, or null if there is none. */
    public @Nullable Asset find(String path) {
        return assets.get(path);
    }

    /** All entries. */
    public Collection<Asset> all() {
        return assets.values();
    }
}
