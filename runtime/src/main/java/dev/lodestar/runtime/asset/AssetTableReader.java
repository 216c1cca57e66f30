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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the binary table, in the format of {@code DataOutputStream}; {@link #entry} reads the fields in their order.
 */
final class AssetTableReader {
    private static final byte[] MAGIC = "LODESTAR".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 2;
    private static final int END = -1;

    private final DataInputStream in;
    private final Map<String, Asset> assets = new LinkedHashMap<>();

    AssetTableReader(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    }

    Map<String, Asset> read() throws IOException {
        try (Bodies bodies = new Bodies(in)) {
            header();
            int entries = in.readInt();
            require(entries >= 0, "it claims to have " + entries + " entries");
            for (int i = 0; i < entries; i++) {
                entry(bodies);
            }
            require(in.read() < 0, "there is more after its last entry");
            return assets;
        } catch (EOFException e) {
            throw damaged("it ends too early", e);
        } catch (UTFDataFormatException e) {
            throw damaged("it has invalid text", e);
        }
    }

    private void header() throws IOException {
        byte[] magic = in.readNBytes(MAGIC.length);
        require(Arrays.equals(magic, MAGIC), "it does not begin like an asset table");
        int version = in.readInt();
        require(
                version == VERSION,
                "it has format " + version + " but this runtime reads format " + VERSION
                        + ": the processor and the runtime have different versions");
    }

    private void entry(Bodies bodies) throws IOException {
        Map<String, Boolean> addresses = addresses();
        String contentType = in.readUTF();
        String hash = in.readUTF();
        require(hash.matches("[0-9a-zA-Z_-]+"), "the hash of " + addresses.keySet() + " is invalid");
        Map<Encoding, ByteBuffer> variants = variants(bodies, addresses.keySet());
        addresses.forEach((path, immutable) -> require(
                assets.put(path, new Asset(path, contentType, hash, immutable, variants)) == null,
                "it has two entries for " + path));
    }

    private Map<String, Boolean> addresses() throws IOException {
        int count = in.readInt();
        require(count >= 1, "it has an entry with " + count + " addresses");
        Map<String, Boolean> addresses = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String path = in.readUTF();
            require(path.startsWith("/"), "it has an entry at \"" + path + "\", which is not a path");
            int immutable = in.readByte();
            require(immutable == 0 || immutable == 1, "the caching of " + path + " is " + immutable);
            require(addresses.put(path, immutable == 1) == null, "it has two entries for " + path);
        }
        return addresses;
    }

    private Map<Encoding, ByteBuffer> variants(Bodies bodies, Set<String> paths) throws IOException {
        Map<Encoding, ByteBuffer> variants = new EnumMap<>(Encoding.class);
        for (int code = in.readByte(); code != END; code = in.readByte()) {
            require(code >= 0 && code < Encoding.values().length, paths + " has a variant of kind " + code);
            int length = in.readInt();
            require(length >= 0, "a variant of " + paths + " has length " + length);
            require(
                    variants.put(Encoding.values()[code], bodies.take(length)) == null,
                    paths + " has two variants of kind " + code);
        }
        require(variants.containsKey(Encoding.IDENTITY), paths + " has no plain variant");
        return variants;
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
