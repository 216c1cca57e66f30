package dev.lodestar.runtime.store;

import dev.lodestar.runtime.collapse.Collapse;
import dev.lodestar.runtime.store.SharedMedium.TakenIn;
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
 * Runs transactions one after the other and writes what they commit, in groups: while one group is being written, the
 * next one fills. A transaction works on everything that is committed, readers on what is durable. Safe for use by any
 * thread.
 */
final class Ledger {
    private static final SortedMap<String, Optional<String>> NOTHING = Collections.emptySortedMap();

    private final SharedMedium medium;
    private final Recorder recorder;
    private final Clock clock;
    private final Watchers watchers = new Watchers();
    private final Snapshots snapshots = new Snapshots();

    /** Held while work runs, and while groups change places. */
    private final ReentrantLock working = new ReentrantLock();

    /**
     * Held by the thread that writes a group. Taken before {@link #working}, never while that is held. It is fair, so that
     * who has just written does not write again alone, before those who waited have made their next commits.
     */
    private final ReentrantLock writing = new ReentrantLock(true);

    /** Held by readers, and by the writer for the moments in which what they see changes; not while it writes. */
    private final ReentrantReadWriteLock seeing = new ReentrantReadWriteLock();

    private Group filling = new Group();
    private SortedMap<String, Optional<String>> inFlight = NOTHING;

    /** What the keys that are being written had before, for readers. */
    private SortedMap<String, Optional<String>> shadow = NOTHING;

    private volatile boolean closed;

    Ledger(SharedMedium medium, Recorder recorder, Clock clock) {
        this.medium = medium;
        this.recorder = recorder;
        this.clock = clock;
        medium.listen(this::takeIn);
    }

    /** Who is told of commits. */
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
     * Takes a state that will not change.
     *
     * @param difference what leads there from what is durable, by stored keys
     */
    Snapshot snapshot(Space space, Function<Texts, SortedMap<String, Optional<String>>> difference) {
        return read(texts -> {
            Snapshot snapshot = new Snapshot(this, space);
            snapshot.keep(difference.apply(texts));
            snapshots.add(snapshot);
            return snapshot;
        });
    }

    /**
     * What work gave, and what became of it.
     *
     * @param commit the commit, or empty if nothing was changed
     */
    record Outcome<R>(R result, Optional<Commit> commit) {}

    /** Whose commit it is, and what it does. */
    record By(String author, String message) {}

    /** Runs work and returns when what it did, and everything it saw, is durable. */
    <R> Outcome<R> transact(Space space, By by, Function<OpenTransaction, R> work) {
        return durably(() -> run(space, by, work));
    }

    /** Whether texts that are in no commit outlive the process as the others do. */
    boolean keepsSideTexts() {
        return medium.keepsSideTexts();
    }

    /**
     * Writes what a store keeps for itself, as no commit.
     *
     * @param work what to write, from everything that is committed
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
                    "Within a transaction, or while told of a commit, nothing else can be written to"
                            + " the same store. Use the transaction, or do it afterwards.");
        }
        while (true) {
            Group group;
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

    private <R> Outcome<R> run(Space space, By by, Function<OpenTransaction, R> work) {
        Texts all = committed();
        OpenTransaction transaction = new OpenTransaction(space, all);
        try {
            R result = work.apply(transaction);
            return new Outcome<>(result, add(space, by, transaction, all));
        } finally {
            transaction.end();
        }
    }

    private Optional<Commit> add(Space space, By by, OpenTransaction transaction, Texts all) {
        List<Change> changes = transaction.changes();
        if (changes.isEmpty() && transaction.merged().isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, Optional<String>> written = new TreeMap<>();
        changes.forEach(
                change -> written.put(space.stored(change.key()), change.after().map(Value::json)));
        Commit commit = recorder.record(
                new Recorder.Draft(space, clock.instant(), by.author(), by.message(), changes, transaction.merged()),
                all,
                written);
        filling.add(new Announcement(space.branch(), commit), written);
        return Optional.of(commit);
    }

    // Whoever comes first writes for all who wait. A group without commits is waited for too: its work may have seen
    // what is still being written.
    private boolean await(Group group) {
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

    private Group next() {
        working.lock();
        try {
            Group group = filling;
            filling = new Group();
            inFlight = group.changes();
            return group;
        } finally {
            working.unlock();
        }
    }

    private void write(Group group) {
        SortedMap<String, Optional<String>> before;
        boolean written;
        try {
            before = before(group.changes());
            show(before);
            written = group.changes().isEmpty()
                    || medium.write(Collections.unmodifiableSortedMap(group.changes()), group.commits());
        } catch (RuntimeException e) {
            fail(group, e);
            return;
        } catch (Error e) {
            Collapse.notice(e);
            fail(group, new StoreException("A commit could not be written: " + e + ".", e));
            return;
        }
        if (!written) {
            giveUp(group, Group::giveWay, Group::giveWay);
            showNews();
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

    private void fail(Group group, RuntimeException why) {
        giveUp(
                group,
                failed -> failed.fail(why),
                built -> built.fail(new StoreException(
                        "A commit that this one builds on could not be written: " + why.getMessage(), why)));
    }

    /** Drops a group, and the one that was made on top of it. */
    private void giveUp(Group group, Consumer<Group> settleIt, Consumer<Group> settleNext) {
        working.lock();
        try {
            inFlight = NOTHING;
            Group built = filling;
            filling = new Group();
            show(NOTHING);
            settleNext.accept(built);
            settleIt.accept(group);
        } finally {
            working.unlock();
        }
    }

    /** Takes in what others have committed. */
    private void takeIn() {
        try {
            // Not simply by waiting: whoever closes the store has the lock, and may wait for this to end.
            while (!closed) {
                if (writing.tryLock(50, TimeUnit.MILLISECONDS)) {
                    try {
                        showNews();
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
    private void showNews() {
        TakenIn news;
        working.lock();
        try {
            news = whileNobodyReads(() -> {
                TakenIn taken = medium.takeIn();
                snapshots.keep(taken.before());
                return taken;
            });
            if (!news.before().isEmpty()) {
                Group stale = filling;
                filling = new Group();
                stale.giveWay();
            }
        } finally {
            working.unlock();
        }
        news.commits().forEach(watchers::tell);
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

    /** Ends everything, when what is under way is durable. */
    void close() {
        close(SharedMedium::close);
    }

    /**
     * As {@link #close()}.
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
            throw new IllegalStateException("The store is closed. Use it only while the server serves.");
        }
    }
}
