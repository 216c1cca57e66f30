package dev.lodestar.runtime.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Texts in memory that several stores keep together, as they would on a server that all of them talk to. */
final class SharedMemory {
    private final List<Entry> log = new ArrayList<>();
    private final List<View> views = new ArrayList<>();

    /** What one store has written at once, and what to tell the others, as text. */
    private record Entry(View by, SortedMap<String, Optional<String>> changes, List<String> commits) {}

    /** Another medium over the same texts. */
    synchronized SharedMedium medium() {
        View view = new View();
        views.add(view);
        return view;
    }

    private synchronized boolean append(View by, Entry entry) {
        if (by.seen < log.size()) {
            return false;
        }
        log.add(entry);
        by.seen++;
        views.stream().filter(view -> view != by).forEach(View::ring);
        return true;
    }

    private synchronized List<Entry> since(int seen) {
        return List.copyOf(log.subList(seen, log.size()));
    }

    private final class View extends TextsInMemory implements SharedMedium {
        private final ExecutorService bell = Executors.newSingleThreadExecutor();
        private int seen;
        private Runnable news = () -> {};

        private void ring() {
            if (!bell.isShutdown()) {
                bell.execute(news);
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
        public TakenIn takeIn() {
            SortedMap<String, Optional<String>> before = new TreeMap<>();
            List<Announcement> commits = new ArrayList<>();
            for (Entry entry : since(seen)) {
                seen++;
                entry.changes().keySet().forEach(key -> before.putIfAbsent(key, Optional.ofNullable(get(key))));
                entry.changes().forEach(this::put);
                entry.commits().stream().map(Announcement::of).forEach(commits::add);
            }
            return new TakenIn(before, commits);
        }

        @Override
        public void listen(Runnable news) {
            this.news = news;
        }

        @Override
        public void close() {
            bell.shutdown();
        }
    }
}
