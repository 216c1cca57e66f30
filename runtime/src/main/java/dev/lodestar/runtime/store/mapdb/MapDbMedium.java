package dev.lodestar.runtime.store.mapdb;

import dev.lodestar.runtime.collapse.Collapse;
import dev.lodestar.runtime.store.Medium;
import dev.lodestar.runtime.store.StoreFile;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.mapdb.BTreeMap;
import org.mapdb.DB;
import org.mapdb.DBException;
import org.mapdb.DBMaker;
import org.mapdb.Serializer;

/** Texts in a B-tree of MapDB. Its write-ahead log makes a commit atomic and, synced, durable. */
final class MapDbMedium implements Medium {
    private final StoreFile file;
    private final DB db;
    private final BTreeMap<String, String> texts;

    private MapDbMedium(StoreFile file, DB db, BTreeMap<String, String> texts) {
        this.file = file;
        this.db = db;
        this.texts = texts;
    }

    static MapDbMedium open(Path path) {
        StoreFile file = StoreFile.prepare(path);
        DB db;
        try {
            db = DBMaker.fileDB(path.toFile()).transactionEnable().make();
        } catch (DBException.FileLocked e) {
            throw file.inUse(e);
        } catch (DBException e) {
            throw file.unreadable(e);
        }
        BTreeMap<String, String> texts =
                db.treeMap("texts", Serializer.STRING, Serializer.STRING).createOrOpen();
        return new MapDbMedium(file, db, texts);
    }

    @Override
    public @Nullable String get(String key) {
        return texts.get(key);
    }

    @Override
    public void range(String from, String to, BiConsumer<String, String> visitor) {
        Iterator<Map.Entry<String, String>> entries = texts.entryIterator(from, true, to, false);
        while (entries.hasNext()) {
            Map.Entry<String, String> entry = entries.next();
            visitor.accept(entry.getKey(), entry.getValue());
        }
    }

    @Override
    public void write(SortedMap<String, Optional<String>> changes) {
        try {
            changes.forEach((key, text) -> text.ifPresentOrElse(t -> texts.put(key, t), () -> texts.remove(key)));
            db.commit();
        } catch (RuntimeException | Error e) {
            Collapse.notice(e);
            rollback(e);
            throw file.unwritable(e);
        }
    }

    // It forgets the changes first and tells its log of that then, which a full disk does not let it.
    private void rollback(Throwable why) {
        try {
            db.rollback();
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        db.close();
    }
}
