package dev.lodestar.runtime.store;

import dev.lodestar.store.Change;
import dev.lodestar.store.Commit;
import dev.lodestar.store.StoreException;
import dev.lodestar.store.Value;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * Runs transactions one after the other and writes what they commit, in groups: while one group is being written, the
 * next one fills. A transaction works on everything that is committed, readers on what is durable. Safe for use by any
 * thread.
 */
final class Ledger {
    private static final SortedMap<String, Optional<String>> NOTHING = Collections.emptySortedMap();

    private final Medium medium;
    private final Recorder recorder;
    private final Clock clock;
    private final Watchers watchers = new Watchers();

    /** Held while work runs, and while groups change places. */
    private final ReentrantLock working = new ReentrantLock();

    /** Held by the thread that writes a group. Taken before {@link #working}, never while that is held. */
    private final ReentrantLock writing = new ReentrantLock();

    /** Held by readers, and by the writer for the moments in which what they see changes; not while it writes. */
    private final ReentrantReadWriteLock seeing = new ReentrantReadWriteLock();

    private Group filling = new Group();
    private SortedMap<String, Optional<String>> inFlight = NOTHING;

    /** What the keys that are being written had before, for readers. */
    private SortedMap<String, Optional<String>> shadow = NOTHING;

    private volatile boolean closed;

    Ledger(Medium medium, Recorder recorder, Clock clock) {
        this.medium = medium;
        this.recorder = recorder;
        this.clock = clock;
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
     * What work gave, and what became of it.
     *
     * @param commit the commit, or empty if nothing was changed
     */
    record Outcome<R>(R result, Optional<Commit> commit) {}

    /**
     * Runs work and returns when what it did, and everything it saw, is durable.
     *
     * @param merged the id of the commit that this one merges, or empty
     */
    <R> Outcome<R> transact(Space space, By by, Optional<String> merged, Function<OpenTransaction, R> work) {
        if (working.isHeldByCurrentThread() || writing.isHeldByCurrentThread()) {
            throw new IllegalStateException(
                    "Within a transaction, or while told of a commit, nothing else can be written to"
                            + " the same store. Use the transaction, or do it afterwards.");
        }
        Group group;
        Outcome<R> outcome;
        working.lock();
        try {
            requireOpen();
            outcome = run(space, by, merged, work);
            group = filling;
        } finally {
            working.unlock();
        }
        await(group);
        return outcome;
    }

    /**
     * Writes what a store keeps for itself, as no commit.
     *
     * @param work what to write, from everything that is committed
     */
    void arrange(Function<Texts, SortedMap<String, Optional<String>>> work) {
        Group group;
        working.lock();
        try {
            requireOpen();
            filling.changes().putAll(work.apply(committed()));
            group = filling;
        } finally {
            working.unlock();
        }
        await(group);
    }

    private Texts committed() {
        return new Overlay(new Overlay(medium, inFlight), filling.changes());
    }

    /** Whose commit it is, and what it does. */
    record By(String author, String message) {}

    private <R> Outcome<R> run(Space space, By by, Optional<String> merged, Function<OpenTransaction, R> work) {
        Texts all = committed();
        OpenTransaction transaction = new OpenTransaction(space, all);
        try {
            R result = work.apply(transaction);
            return new Outcome<>(result, add(space, by, merged, transaction.changes(), all));
        } finally {
            transaction.end();
        }
    }

    private Optional<Commit> add(Space space, By by, Optional<String> merged, List<Change> changes, Texts all) {
        if (changes.isEmpty() && merged.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, Optional<String>> written = new TreeMap<>();
        changes.forEach(
                change -> written.put(space.stored(change.key()), change.after().map(Value::json)));
        Commit commit = recorder.record(
                new Recorder.Draft(space, clock.instant(), by.author(), by.message(), changes, merged), all, written);
        filling.add(new Group.Announced(space, commit), written);
        return Optional.of(commit);
    }

    // Whoever comes first writes for all who wait. A group without commits is waited for too: its work may have seen
    // what is still being written.
    private void await(Group group) {
        writing.lock();
        try {
            if (!group.settled()) {
                write(next());
            }
        } finally {
            writing.unlock();
        }
        group.check();
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
        if (!group.changes().isEmpty()) {
            show(before(group.changes()));
            try {
                medium.write(Collections.unmodifiableSortedMap(group.changes()));
            } catch (RuntimeException e) {
                fail(group, e);
                return;
            } catch (Error e) {
                fail(group, new StoreException("A commit could not be written: " + e + ".", e));
                return;
            }
        }
        working.lock();
        try {
            inFlight = NOTHING;
            show(NOTHING);
        } finally {
            working.unlock();
        }
        group.commits().forEach(made -> watchers.tell(made.space(), made.commit()));
        group.settle(null);
    }

    /** Gives up a group, and those commits that were made on top of it. */
    private void fail(Group group, RuntimeException why) {
        working.lock();
        try {
            inFlight = NOTHING;
            Group built = filling;
            filling = new Group();
            show(NOTHING);
            built.settle(new StoreException(
                    "A commit that this one builds on could not be written: " + why.getMessage(), why));
            group.settle(why);
        } finally {
            working.unlock();
        }
    }

    private SortedMap<String, Optional<String>> before(SortedMap<String, Optional<String>> changes) {
        SortedMap<String, Optional<String>> before = new TreeMap<>();
        changes.keySet().forEach(key -> before.put(key, Optional.ofNullable(medium.get(key))));
        return before;
    }

    private void show(SortedMap<String, Optional<String>> instead) {
        seeing.writeLock().lock();
        try {
            shadow = instead;
        } finally {
            seeing.writeLock().unlock();
        }
    }

    /** Ends everything, when what is under way is durable. */
    void close() {
        writing.lock();
        try {
            working.lock();
            boolean first = !closed;
            closed = true;
            working.unlock();
            if (first) {
                write(next());
                seeing.writeLock().lock();
                medium.close();
                seeing.writeLock().unlock();
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
