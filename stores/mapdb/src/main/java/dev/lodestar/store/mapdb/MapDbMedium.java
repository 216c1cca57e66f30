package dev.lodestar.store.mapdb;

import dev.lodestar.runtime.store.medium.Medium;
import dev.lodestar.runtime.store.medium.StoreFile;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Texts in a B-tree of MapDB. Its log, which is synced, makes commits atomic for as long as the process is not killed.
 */
final class MapDbMedium implements Medium {
    private static final Logger log = LoggerFactory.getLogger(MapDbMedium.class);

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
        log.warn(
                "MapDB never replays its log, so a kill during a commit can damage {} for good. Keep state that matters"
                        + " in another kind of store.",
                file.path());
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
            rollback(e);
            throw file.unwritable(e);
        }
    }

    // MapDB first forgets the changes, and then fails to log that if the disk is full.
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
