package dev.lodestar.runtime.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lodestar.runtime.store.contract.HistoryContract;
import dev.lodestar.runtime.store.medium.Texts;
import dev.lodestar.store.Commit;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryHistoryTest extends HistoryContract {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final MemoryMedium medium = new MemoryMedium();

    @Override
    protected Store open() {
        return Stores.inMemory(Keep.everything());
    }

    private Store keeping(Keep keep) {
        return Stores.over(medium, keep, new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
    }

    private int texts() {
        int[] count = {0};
        medium.range("", Texts.END, (key, text) -> count[0]++);
        return count[0];
    }

    @Test
    void dropsExcessCommits() {
        Store store = keeping(Keep.commits(3));
        Commit first = store.commit("First", tx -> tx.set("n", 0)).orElseThrow();
        for (int i = 1; i < 4; i++) {
            store.set("n", i);
        }
        int before = texts();
        for (int i = 4; i < 20; i++) {
            store.set("n", i);
        }
        List<Commit> log = store.history().log("", 100);
        assertEquals(3, log.size());
        assertEquals(Optional.of(17), store.history().at(log.get(2).id()).get("n", Integer.class));
        assertEquals(Optional.of(19), store.get("n", Integer.class));
        assertThrows(IllegalArgumentException.class, () -> store.history().at(first.id()));
        assertEquals(before, texts(), "dropped commits leave nothing behind");
    }

    @Test
    void dropsOldCommits() {
        Store store = keeping(Keep.age(Duration.ofHours(1)));
        for (int i = 0; i < 10; i++) {
            store.set("n", i);
            now = now.plus(Duration.ofMinutes(20));
        }
        assertEquals(
                List.of(9, 8, 7, 6),
                store.history().log("", 100).stream()
                        .map(c -> c.changes().get(0).after().orElseThrow().as(Integer.class))
                        .toList());
    }

    @Test
    void writesNothingMoreWithoutAHistory() {
        Store store = Stores.over(medium);
        store.set("a", 1);
        store.set("a", 2);
        assertEquals(1, texts());
        assertThrows(UnsupportedOperationException.class, store::history);
    }
}
