package dev.lodestar.runtime.store.mvstore;

import dev.lodestar.runtime.store.Medium;
import dev.lodestar.runtime.store.StoreFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * Texts in a B-tree of MVStore, which only ever appends: after a crash it goes on from the last whole chunk. It closes
 * itself when the disk fails it, and is opened again then, if need be only to be read.
 */
final class MvMedium implements Medium {
    private final StoreFile file;
    private volatile Opened opened;

    private record Opened(MVStore store, MVMap<String, String> texts) {}

    MvMedium(Path path) {
        file = StoreFile.prepare(path);
        opened = open();
    }

    private Opened open() {
        try {
            MVStore store = new MVStore.Builder()
                    .fileName(file.path().toString())
                    .autoCommitDisabled()
                    .open();
            return new Opened(
                    store,
                    store.openMap(
                            "texts",
                            new MVMap.Builder<String, String>()
                                    .keyType(StringDataType.INSTANCE)
                                    .valueType(StringDataType.INSTANCE)));
        } catch (MVStoreException e) {
            throw e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED ? file.inUse(e) : file.unreadable(e);
        }
    }

    @Override
    public @Nullable String get(String key) {
        return read(texts -> Optional.ofNullable(texts.get(key))).orElse(null);
    }

    @Override
    public void range(String from, String to, BiConsumer<String, String> visitor) {
        SortedMap<String, String> found = read(texts -> {
            SortedMap<String, String> range = new TreeMap<>();
            Cursor<String, String> cursor = texts.cursor(from);
            while (cursor.hasNext()) {
                String key = cursor.next();
                if (key.compareTo(to) >= 0) {
                    break;
                }
                range.put(key, cursor.getValue());
            }
            return range;
        });
        found.forEach(visitor);
    }

    private <R> R read(Function<MVMap<String, String>, R> reader) {
        Opened now = opened;
        try {
            return reader.apply(now.texts());
        } catch (MVStoreException | IllegalStateException e) {
            return reader.apply(openAgain(now).texts());
        }
    }

    @Override
    public void write(SortedMap<String, Optional<String>> changes) {
        Opened now = opened;
        if (now.store().isReadOnly()) {
            now = openAgain(now); // it could not be written when it was opened, and perhaps it can now
        }
        write(now, changes);
    }

    private void write(Opened now, SortedMap<String, Optional<String>> changes) {
        try {
            changes.forEach((key, text) -> text.ifPresentOrElse(
                    t -> now.texts().put(key, t), () -> now.texts().remove(key)));
            now.store().commit();
            now.store().sync();
        } catch (RuntimeException e) {
            openAgain(now);
            throw file.unwritable(e);
        }
    }

    /** Goes back to what is durable. */
    private synchronized Opened openAgain(Opened failed) {
        if (opened == failed) {
            failed.store().closeImmediately();
            opened = open();
        }
        return opened;
    }

    @Override
    public void close() {
        opened.store().close();
    }
}
