package dev.lodestar.processor.asset;

import dev.lodestar.processor.application.ContentHash;
import dev.lodestar.processor.asset.link.Link;
import dev.lodestar.processor.asset.link.Links;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of the application, before it has a URL.
 *
 * @param name its path below the folder of the assets, with {@code /} between folders
 * @param size the number of its bytes
 * @param hash the hash of its bytes
 * @param links what it refers to, in order
 */
record AssetFile(String name, Path path, long size, String hash, List<Link> links) {
    /** The table counts bytes as an {@code int}, and so does a buffer that is served. */
    private static final long LARGEST = Integer.MAX_VALUE;

    /**
     * Reads a file. Only a file that can have links is held in memory, and only meanwhile.
     *
     * @throws IOException if it cannot be read; the message says why
     */
    static AssetFile read(String name, Path path) throws IOException {
        long size = Files.size(path);
        if (size > LARGEST) {
            throw new IOException("it has " + size + " bytes, and an asset must be smaller than 2 GiB");
        }
        String ending = ContentType.ending(name);
        if (Links.possibleIn(ending)) {
            byte[] bytes = Files.readAllBytes(path);
            return new AssetFile(name, path, bytes.length, ContentHash.of(bytes), Links.in(ending, bytes));
        }
        try (InputStream in = Files.newInputStream(path)) {
            return new AssetFile(name, path, size, ContentHash.of(in), List.of());
        }
    }

    /** A file that could not be read. */
    static AssetFile unread(String name, Path path) {
        return new AssetFile(name, path, 0, "", List.of());
    }
}
