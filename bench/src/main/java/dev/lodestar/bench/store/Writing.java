package dev.lodestar.bench.store;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** How several threads share a library that only one thread at a time may write to. */
interface Writing {
    void set(String key, String text);

    /** One after the other, each with its own commit and sync: what a lock around a library gives. */
    static Writing eachForItself(Consumer<Map<String, String>> library) {
        ReentrantLock lock = new ReentrantLock();
        return (key, text) -> {
            lock.lock();
            try {
                library.accept(Map.of(key, text));
            } finally {
                lock.unlock();
            }
        };
    }

    /** In groups that fill up while the previous one is written: the best that can be built around a library. */
    static Writing grouped(Consumer<Map<String, String>> library) {
        return new Grouped(library);
    }

    /** Group commit by hand. */
    final class Grouped implements Writing {
        private final Consumer<Map<String, String>> library;
        private final ReentrantLock writing = new ReentrantLock();
        private Group filling = new Group();

        private Grouped(Consumer<Map<String, String>> library) {
            this.library = library;
        }

        private static final class Group {
            private final Map<String, String> texts = new HashMap<>();
            private boolean written;
        }

        @Override
        public void set(String key, String text) {
            Group group = add(key, text);
            writing.lock();
            try {
                if (!group.written) {
                    Group next = next();
                    library.accept(next.texts);
                    next.written = true;
                }
            } finally {
                writing.unlock();
            }
        }

        private synchronized Group add(String key, String text) {
            filling.texts.put(key, text);
            return filling;
        }

        private synchronized Group next() {
            Group next = filling;
            filling = new Group();
            return next;
        }
    }
}
