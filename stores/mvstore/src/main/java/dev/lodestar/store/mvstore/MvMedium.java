package dev.lodestar.store.mvstore;

import dev.lodestar.runtime.store.medium.Medium;
import dev.lodestar.runtime.store.medium.StoreFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Texts in a B-tree of MVStore, which never overwrites anything that an older state needs: after a crash it goes on
 * from the last complete chunk. MVStore closes itself when the disk fails; it is then reopened, read-only if need be.
 */
final class MvMedium implements Medium {
    private static final Logger log = LoggerFactory.getLogger(MvMedium.class);

    /**
     * How many older states stay readable in the file. A reader may use the state before the current write, and one
     * write makes at most four states: its commit, and three while chunks are moved. After a crash the last synced
     * state is used, which is no older than that.
     */
    private static final int OLDER_STATES = 5;

    /** How long closing may spend on compacting the file, unless the caller sets a limit. */
    private static final Duration CLOSING = Duration.ofSeconds(1);

    private final StoreFile file;
    private final UnaryOperator<MVStore.Builder> location;
    private final Compaction compaction = new Compaction();
    private volatile Opened opened;

    private record Opened(MVStore store, MVMap<String, String> texts) {}

    MvMedium(Path path) {
        this(path, builder -> builder.fileName(path.toAbsolutePath().toString()));
    }

    /**
     * As {@link #MvMedium(Path)}.
     *
     * @param location tells the builder where the file is, each time the file is opened
     */
    MvMedium(Path path, UnaryOperator<MVStore.Builder> location) {
        this.file = StoreFile.prepare(path);
        this.location = location;
        this.opened = open();
    }

    private Opened open() {
        try {
            MVStore store =
                    location.apply(new MVStore.Builder()).autoCommitDisabled().open();
            store.setVersionsToKeep(OLDER_STATES);
            // By default MVStore keeps dead chunks for 45 seconds, in case the disk writes out of order. But every
            // commit is synced, so a state that is several commits old is never needed again, however recent it is.
            store.setRetentionTime(-1);
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
            return reader.apply(reopen(now).texts());
        }
    }

    @Override
    public void write(SortedMap<String, Optional<String>> changes) {
        Opened now = opened;
        if (now.store().isReadOnly()) {
            now = reopen(now); // it was not writable when it was opened, but may be now
        }
        write(now, changes);
    }

    private void write(Opened now, SortedMap<String, Optional<String>> changes) {
        boolean compacting = compaction.isDue(now.store());
        try {
            changes.forEach((key, text) -> text.ifPresentOrElse(
                    t -> now.texts().put(key, t), () -> now.texts().remove(key)));
            if (compacting) {
                compaction.rewrite(now.store());
            }
            now.store().commit();
            now.store().sync();
        } catch (RuntimeException e) {
            Opened reopened = reopen(now);
            if (!compacting || reopened.store().isReadOnly()) {
                throw file.unwritable(e);
            }
            // Without compaction, the changes may still fit on the disk.
            compaction.postpone();
            write(reopened, changes);
            return;
        }
        if (compacting) {
            shrink(now);
        }
    }

    /**
     * Shortens the file if it has much free space. The write is durable already, so a failure here must not fail it.
     */
    private void shrink(Opened now) {
        try {
            compaction.move(now.store());
            compaction.pause();
        } catch (RuntimeException e) {
            log.warn("The file of the store {} could not be compacted. This will be retried later.", file.path(), e);
            compaction.postpone();
            reopen(now);
        }
    }

    /** Goes back to the durable state. */
    private synchronized Opened reopen(Opened failed) {
        if (opened == failed) {
            failed.store().closeImmediately();
            opened = open();
        }
        return opened;
    }

    @Override
    public void close() {
        close(CLOSING);
    }

    @Override
    public void close(Duration atMost) {
        MVStore store = opened.store();
        try {
            compaction.finish(store, atMost);
            store.close();
        } catch (RuntimeException e) {
            log.warn("The file of the store {} could not be compacted. No commit is lost.", file.path(), e);
            store.closeImmediately();
        }
    }
}
