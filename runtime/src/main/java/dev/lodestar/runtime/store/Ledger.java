package dev.lodestar.runtime.store;

import dev.lodestar.runtime.collapse.Collapse;
import dev.lodestar.runtime.store.history.Branch;
import dev.lodestar.runtime.store.history.Overlay;
import dev.lodestar.runtime.store.history.Recorder;
import dev.lodestar.runtime.store.medium.Announcement;
import dev.lodestar.runtime.store.medium.SharedMedium;
import dev.lodestar.runtime.store.medium.SharedMedium.Incoming;
import dev.lodestar.runtime.store.medium.Texts;
import dev.lodestar.store.Change;
import dev.lodestar.store.Commit;
import dev.lodestar.store.StoreException;
import dev.lodestar.store.Value;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs transactions one after the other and writes their commits in groups: while one group is being written, the next
 * one fills. A transaction sees everything that is committed; readers see what is durable. Safe for use by any thread.
 */
final class Ledger {
    private static final SortedMap<String, Optional<String>> NOTHING = Collections.emptySortedMap();

    private final SharedMedium medium;
    private final Recorder recorder;
    private final Clock clock;
    private final Watchers watchers = new Watchers();
    private final Snapshots snapshots = new Snapshots();

    /** Held while work runs, and while one group takes the place of another. */
    private final ReentrantLock working = new ReentrantLock();

    /**
     * Held by the thread that writes a group. Taken before {@link #working}, never while that is held. It is fair, so
     * that a thread that has just written does not write again, on its own, before the threads that waited for it have
     * committed.
     */
    private final ReentrantLock writing = new ReentrantLock(true);

    /** Held by readers, and by the writer while what they see changes, which is brief; not during the write itself. */
    private final ReentrantReadWriteLock seeing = new ReentrantReadWriteLock();

    private CommitGroup filling = new CommitGroup();
    private SortedMap<String, Optional<String>> inFlight = NOTHING;

    /** What readers see of the keys that are being written: the texts from before. */
    private SortedMap<String, Optional<String>> shadow = NOTHING;

    private volatile boolean closed;

    Ledger(SharedMedium medium, Recorder recorder, Clock clock) {
        this.medium = medium;
        this.recorder = recorder;
        this.clock = clock;
        medium.listen(this::catchUp);
    }

    /** Returns the listeners that are told of commits. */
    Watchers watchers() {
        return watchers;
    }

    /** Reads what is durable. */
    <R> R read(Function<Texts, R> reader) {
        seeing.readLock().lock();
        try {
            requireOpen();
            return reader.apply(shadow.isEmpty() ? medium : new Overlay(medium, shadow));
        } finally {
            seeing.readLock().unlock();
        }
    }

    /**
     * Takes a snapshot of a state.
     *
     * @param difference returns what leads to that state from what is durable, by stored keys
     */
    Snapshot snapshot(Branch branch, Function<Texts, SortedMap<String, Optional<String>>> difference) {
        return read(texts -> {
            Snapshot snapshot = new Snapshot(this, branch);
            snapshot.keep(difference.apply(texts));
            snapshots.add(snapshot);
            return snapshot;
        });
    }

    /**
     * What the work of a transaction returned, and the commit that it became.
     *
     * @param commit the commit, or empty if nothing changed
     */
    record Outcome<R>(R result, Optional<Commit> commit) {}

    /** The author and message of a commit. */
    record By(String author, String message) {}

    /** Runs work, and returns when everything that it did and saw is durable. */
    <R> Outcome<R> transact(Branch branch, By by, Function<OpenTransaction, R> work) {
        return durably(() -> run(branch, by, work));
    }

    /** Tells whether the medium keeps texts that belong to no commit. */
    boolean keepsSideTexts() {
        return medium.keepsSideTexts();
    }

    /**
     * Writes texts that belong to no commit.
     *
     * @param work returns what to write, given everything that is committed
     */
    void arrange(Function<Texts, SortedMap<String, Optional<String>>> work) {
        durably(() -> {
            filling.changes().putAll(work.apply(committed()));
            return true;
        });
    }

    private <R> R durably(Supplier<R> work) {
        if (working.isHeldByCurrentThread() || writing.isHeldByCurrentThread()) {
            throw new IllegalStateException(
                    "Nothing else can be written to a store within one of its transactions or listeners. Use the"
                            + " transaction, or write afterwards.");
        }
        while (true) {
            CommitGroup group;
            R result;
            working.lock();
            try {
                requireOpen();
                result = work.get();
                group = filling;
            } finally {
                working.unlock();
            }
            if (await(group)) {
                return result;
            }
        }
    }

    private Texts committed() {
        return new Overlay(new Overlay(medium, inFlight), filling.changes());
    }

    private <R> Outcome<R> run(Branch branch, By by, Function<OpenTransaction, R> work) {
        Texts all = committed();
        OpenTransaction transaction = new OpenTransaction(branch, all);
        try {
            R result = work.apply(transaction);
            return new Outcome<>(result, add(branch, by, transaction, all));
        } finally {
            transaction.end();
        }
    }

    private Optional<Commit> add(Branch branch, By by, OpenTransaction transaction, Texts all) {
        List<Change> changes = transaction.changes();
        if (changes.isEmpty() && transaction.merged().isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, Optional<String>> written = new TreeMap<>();
        changes.forEach(change ->
                written.put(branch.stored(change.key()), change.after().map(Value::json)));
        Commit commit = recorder.record(
                new Recorder.Draft(branch, clock.instant(), by.author(), by.message(), changes, transaction.merged()),
                all,
                written);
        filling.add(new Announcement(branch.name(), commit), written);
        return Optional.of(commit);
    }

    // The first thread to get here writes for all that wait. Groups without commits are awaited too: their work may
    // have seen what is still being written.
    private boolean await(CommitGroup group) {
        writing.lock();
        try {
            if (!group.settled()) {
                write(next());
            }
        } finally {
            writing.unlock();
        }
        return group.written();
    }

    private CommitGroup next() {
        working.lock();
        try {
            CommitGroup group = filling;
            filling = new CommitGroup();
            inFlight = group.changes();
            return group;
        } finally {
            working.unlock();
        }
    }

    private void write(CommitGroup group) {
        SortedMap<String, Optional<String>> before;
        boolean written;
        try {
            before = before(group.changes());
            show(before);
            written = group.changes().isEmpty()
                    || medium.write(Collections.unmodifiableSortedMap(group.changes()), group.commits());
        } catch (RuntimeException e) {
            Collapse.notice(e); // the medium may have wrapped an error
            fail(group, e);
            return;
        } catch (Error e) {
            Collapse.notice(e);
            fail(group, new StoreException("A commit could not be written: " + e + ".", e));
            return;
        }
        if (!written) {
            giveUp(group, CommitGroup::giveWay, CommitGroup::giveWay);
            showIncoming();
            return;
        }
        working.lock();
        try {
            inFlight = NOTHING;
            whileNobodyReads(() -> {
                shadow = NOTHING;
                snapshots.keep(before);
                return true;
            });
        } finally {
            working.unlock();
        }
        group.commits().forEach(watchers::tell);
        group.succeed();
    }

    private void fail(CommitGroup group, RuntimeException why) {
        giveUp(
                group,
                failed -> failed.fail(why),
                based -> based.fail(new StoreException(
                        "A commit that this one is based on could not be written: " + why.getMessage(), why)));
    }

    /** Drops a group, and the one based on it. */
    private void giveUp(CommitGroup group, Consumer<CommitGroup> settle, Consumer<CommitGroup> settleNext) {
        working.lock();
        try {
            inFlight = NOTHING;
            CommitGroup based = filling;
            filling = new CommitGroup();
            show(NOTHING);
            settleNext.accept(based);
            settle.accept(group);
        } finally {
            working.unlock();
        }
    }

    /** Shows what others have committed. */
    private void catchUp() {
        try {
            // Without waiting indefinitely: a thread that closes the store holds the lock, and may wait for this one.
            while (!closed) {
                if (writing.tryLock(50, TimeUnit.MILLISECONDS)) {
                    try {
                        showIncoming();
                        return;
                    } finally {
                        writing.unlock();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // Called while nothing is being written.
    private void showIncoming() {
        Incoming incoming;
        working.lock();
        try {
            incoming = whileNobodyReads(() -> {
                Incoming caught = medium.catchUp();
                snapshots.keep(caught.before());
                return caught;
            });
            if (!incoming.before().isEmpty()) {
                CommitGroup stale = filling;
                filling = new CommitGroup();
                stale.giveWay();
            }
        } finally {
            working.unlock();
        }
        incoming.commits().forEach(watchers::tell);
    }

    private SortedMap<String, Optional<String>> before(SortedMap<String, Optional<String>> changes) {
        SortedMap<String, Optional<String>> before = new TreeMap<>();
        changes.keySet().forEach(key -> before.put(key, Optional.ofNullable(medium.get(key))));
        return before;
    }

    private void show(SortedMap<String, Optional<String>> instead) {
        whileNobodyReads(() -> shadow = instead);
    }

    private <R> R whileNobodyReads(Supplier<R> change) {
        seeing.writeLock().lock();
        try {
            return change.get();
        } finally {
            seeing.writeLock().unlock();
        }
    }

    /** Closes the medium, once everything in progress is durable. */
    void close() {
        close(SharedMedium::close);
    }

    /**
     * As {@link #close()}, with a time limit.
     *
     * @param atMost how long the medium may tidy up
     */
    void close(Duration atMost) {
        close(m -> m.close(atMost));
    }

    private void close(Consumer<SharedMedium> closing) {
        writing.lock();
        try {
            working.lock();
            boolean first = !closed;
            closed = true;
            working.unlock();
            if (first) {
                try {
                    write(next());
                } finally {
                    whileNobodyReads(() -> {
                        closing.accept(medium);
                        return true;
                    });
                }
            }
        } finally {
            writing.unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The store is closed. Use it only while the server is running.");
        }
    }
}
