package dev.lodestar.store.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Reads the index of a pack: which objects it has, and where. Git's documentation describes the format under
 * gitformat-pack; this reads version 2, for packs below 2 GiB.
 */
final class GitPackIndex {
    private static final int SIGNATURE = 0xff744f63;
    private static final int VERSION = 2;

    private static final int HASH = 20;

    /** Where the ids start: after the header, and a number of objects for each first byte of an id. */
    private static final int IDS = (2 + 256) * Integer.BYTES;

    private GitPackIndex() {}

    /** An object, and where it starts in the pack. */
    record Entry(ObjectId id, long offset) {}

    /**
     * Returns the objects of a pack, in the order in which they are in the pack.
     *
     * @return the objects; empty if the index is of another version
     */
    static List<Entry> read(Path index) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(index));
        if (bytes.getInt() != SIGNATURE || bytes.getInt() != VERSION) {
            return List.of();
        }
        int count = bytes.getInt(IDS - Integer.BYTES);
        int offsets = IDS + count * (HASH + Integer.BYTES); // the checksums are in between
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(new Entry(
                    ObjectId.fromRaw(bytes.array(), IDS + i * HASH), bytes.getInt(offsets + i * Integer.BYTES)));
        }
        entries.sort(Comparator.comparing(Entry::offset));
        return entries;
    }

    /** Tells whether a pack has these objects and no others. */
    static boolean hasExactly(Path index, Set<ObjectId> objects) throws IOException {
        long size = IDS + objects.size() * (HASH + 2L * Integer.BYTES) + 2 * HASH;
        if (Files.size(index) != size) {
            return false;
        }
        List<Entry> entries = read(index);
        return entries.size() == objects.size() && entries.stream().allMatch(entry -> objects.contains(entry.id()));
    }
}
