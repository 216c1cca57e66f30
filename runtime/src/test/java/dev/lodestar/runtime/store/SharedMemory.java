package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.medium.Announcement;
import dev.lodestar.runtime.store.medium.SharedMedium;
import dev.lodestar.runtime.store.medium.TextsInMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Texts in memory that several stores share, as they would on a server that all of them talk to. */
final class SharedMemory {
    private final List<Entry> log = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();

    /** What one store has written at once, and the announcements for the others, as text. */
    private record Entry(Client by, SortedMap<String, Optional<String>> changes, List<String> commits) {}

    /** Returns another medium over the same texts. */
    synchronized SharedMedium medium() {
        Client client = new Client();
        clients.add(client);
        return client;
    }

    private synchronized boolean append(Client by, Entry entry) {
        if (by.seen < log.size()) {
            return false;
        }
        log.add(entry);
        by.seen++;
        clients.stream().filter(client -> client != by).forEach(Client::ring);
        return true;
    }

    private synchronized List<Entry> since(int seen) {
        return List.copyOf(log.subList(seen, log.size()));
    }

    private final class Client extends TextsInMemory implements SharedMedium {
        private final ExecutorService bell = Executors.newSingleThreadExecutor();
        private int seen;
        private Runnable catchUp = () -> {};

        private void ring() {
            if (!bell.isShutdown()) {
                bell.execute(catchUp);
            }
        }

        @Override
        public boolean write(SortedMap<String, Optional<String>> changes, List<Announcement> commits) {
            Entry entry = new Entry(
                    this,
                    new TreeMap<>(changes),
                    commits.stream().map(Announcement::text).toList());
            boolean first = append(this, entry);
            if (first) {
                changes.forEach(this::put);
            }
            return first;
        }

        @Override
        public Incoming catchUp() {
            SortedMap<String, Optional<String>> before = new TreeMap<>();
            List<Announcement> commits = new ArrayList<>();
            for (Entry entry : since(seen)) {
                seen++;
                entry.changes().keySet().forEach(key -> before.putIfAbsent(key, Optional.ofNullable(get(key))));
                entry.changes().forEach(this::put);
                entry.commits().stream().map(Announcement::of).forEach(commits::add);
            }
            return new Incoming(before, commits);
        }

        @Override
        public void listen(Runnable catchUp) {
            this.catchUp = catchUp;
        }

        @Override
        public void close() {
            bell.shutdown();
        }
    }
}
