package dev.lodestar.bench.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;

/** H2's MVStore: a commit, then a sync. */
final class PlainMvStore implements Library {
    private final MVStore store;
    private final MVMap<String, String> texts;

    PlainMvStore(Path file) {
        store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .open();
        texts = store.openMap(
                "texts",
                new MVMap.Builder<String, String>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(StringDataType.INSTANCE));
    }

    @Override
    public void write(Map<String, String> changes) {
        texts.putAll(changes);
        store.commit();
        store.sync();
    }

    @Override
    public String get(String key) {
        return texts.get(key);
    }

    @Override
    public List<String> range(String from, String to) {
        List<String> found = new ArrayList<>();
        Cursor<String, String> cursor = texts.cursor(from);
        while (cursor.hasNext() && cursor.next().compareTo(to) < 0) {
            found.add(cursor.getValue());
        }
        return found;
    }

    @Override
    public void close() {
        store.close();
    }
}
