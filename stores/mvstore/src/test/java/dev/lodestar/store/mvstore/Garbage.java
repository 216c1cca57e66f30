package dev.lodestar.store.mvstore;

import dev.lodestar.store.Entry;
import dev.lodestar.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;

/** A file with much to compact: a few hundred texts, and what was there before them. */
final class Garbage {
    static final int TEXTS = 400;
    static final int LENGTH = 2_000;

    private Garbage() {}

    /** Sets all texts to their first versions. */
    static void fill(Store store) {
        store.commit("Fill", tx -> {
            for (int n = 0; n < TEXTS; n++) {
                tx.set(key(n), text(n, 0));
            }
        });
    }

    static String key(int text) {
        return "text/%03d".formatted(text);
    }

    /** Returns a version of a text. It starts with the version number and cannot be compressed much. */
    static String text(int text, int version) {
        return new Random(31L * version + text)
                .ints('a', 'z' + 1)
                .limit(LENGTH)
                .collect(() -> new StringBuilder(version + ":"), StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Returns the version of a text, which must be complete. */
    static int version(int text, String found) {
        int version = Integer.parseInt(found.substring(0, found.indexOf(':')));
        if (!found.equals(text(text, version))) {
            throw new IllegalStateException("Text " + text + " is damaged.");
        }
        return version;
    }

    /** Returns the versions of all texts, which must be complete. */
    static int[] versions(Store store) {
        List<Entry<String>> all = store.list("text", String.class);
        int[] versions = new int[all.size()];
        for (int n = 0; n < versions.length; n++) {
            versions[n] = version(n, all.get(n).value());
        }
        return versions;
    }

    /** Rewrites the texts as they are, and leaves dead data behind as MVStore does by default. */
    static void make(Path file, int commits) {
        Random random = new Random(commits);
        try (MVStore store = open(file)) {
            MVMap<String, String> texts = texts(store);
            for (int i = 0; i < commits; i++) {
                String key = key(random.nextInt(TEXTS));
                texts.put(key, texts.get(key));
                store.commit();
            }
        }
    }

    /** Opens a file as MVStore does by default: it keeps dead chunks until it compacts them by itself. */
    static MVStore open(Path file) {
        return new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .open();
    }

    /** The map in which a store keeps its texts. */
    static MVMap<String, String> texts(MVStore store) {
        return store.openMap(
                "texts",
                new MVMap.Builder<String, String>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(StringDataType.INSTANCE));
    }
}
