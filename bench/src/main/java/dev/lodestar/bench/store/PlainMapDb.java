package dev.lodestar.bench.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mapdb.BTreeMap;
import org.mapdb.DB;
import org.mapdb.DBMaker;
import org.mapdb.Serializer;

/** MapDB with transactions: its commit syncs. */
final class PlainMapDb implements Library {
    private final DB db;
    private final BTreeMap<String, String> texts;

    PlainMapDb(Path file) {
        db = DBMaker.fileDB(file.toFile()).transactionEnable().make();
        texts = db.treeMap("texts", Serializer.STRING, Serializer.STRING).createOrOpen();
    }

    @Override
    public void write(Map<String, String> changes) {
        texts.putAll(changes);
        db.commit();
    }

    @Override
    public String get(String key) {
        return texts.get(key);
    }

    @Override
    public List<String> range(String from, String to) {
        return List.copyOf(texts.subMap(from, to).values());
    }

    @Override
    public void close() {
        db.close();
    }
}
