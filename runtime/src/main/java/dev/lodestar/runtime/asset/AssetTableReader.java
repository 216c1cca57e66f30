package dev.lodestar.runtime.asset;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the binary table, whose form {@code DataOutputStream} gives; see the fields in the order of {@link #entry()}. */
final class AssetTableReader {
    private static final byte[] MAGIC = "LODESTAR".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;

    private final DataInputStream in;

    AssetTableReader(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    }

    Map<String, Asset> read() throws IOException {
        try {
            header();
            int entries = in.readInt();
            require(entries >= 0, "it counts " + entries + " entries");
            Map<String, Asset> assets = new LinkedHashMap<>();
            for (int i = 0; i < entries; i++) {
                Asset asset = entry();
                require(assets.put(asset.path(), asset) == null, "it has two entries for " + asset.path());
            }
            require(in.read() < 0, "something follows its last entry");
            return assets;
        } catch (EOFException e) {
            throw damaged("it ends too early", e);
        } catch (UTFDataFormatException e) {
            throw damaged("it has text that is none", e);
        }
    }

    private void header() throws IOException {
        byte[] magic = in.readNBytes(MAGIC.length);
        require(Arrays.equals(magic, MAGIC), "it does not begin as an asset table does");
        int version = in.readInt();
        require(
                version == VERSION,
                "it has format " + version + " and this runtime reads format " + VERSION
                        + ", so that processor and runtime are of different versions");
    }

    private Asset entry() throws IOException {
        String path = in.readUTF();
        require(path.startsWith("/"), "it has an entry at \"" + path + "\", which is no path");
        String contentType = in.readUTF();
        String hash = in.readUTF();
        require(hash.matches("[0-9a-zA-Z_-]+"), "the hash of " + path + " is none");
        int caching = in.readByte();
        require(caching == 0 || caching == 1, "the caching of " + path + " is " + caching);
        int variants = in.readByte();
        require(variants >= 1 && variants <= Encoding.values().length, path + " has " + variants + " variants");
        Map<Encoding, ByteBuffer> bytes = new EnumMap<>(Encoding.class);
        for (int i = 0; i < variants; i++) {
            int code = in.readByte();
            require(code >= 0 && code < Encoding.values().length, path + " has a variant of kind " + code);
            require(
                    bytes.put(Encoding.values()[code], bytes(path)) == null,
                    path + " has two variants of kind " + code);
        }
        require(bytes.containsKey(Encoding.IDENTITY), path + " has no plain variant");
        return new Asset(path, contentType, hash, caching == 1, bytes);
    }

    private ByteBuffer bytes(String path) throws IOException {
        int length = in.readInt();
        require(length >= 0, "a variant of " + path + " has length " + length);
        // Read first, allocated afterwards: a damaged length must not ask for two gigabytes.
        byte[] bytes = in.readNBytes(length);
        require(bytes.length == length, "it ends too early");
        // Outside the heap, where the network can take it from without a copy.
        return ByteBuffer.allocateDirect(length).put(bytes).flip().asReadOnlyBuffer();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw damaged(otherwise, null);
        }
    }

    private static IllegalStateException damaged(String how, @Nullable Throwable cause) {
        return new IllegalStateException(
                "The asset table lodestar.table cannot be used: " + how + ". Rebuild the application.", cause);
    }
}
