package dev.lodestar.runtime.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Limits;
import dev.lodestar.Session;
import dev.lodestar.runtime.store.RetainedMedium;
import dev.lodestar.runtime.store.SideTexts;
import dev.lodestar.runtime.store.Stores;
import dev.lodestar.store.Commit;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredSessionsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final ManualClock clock = new ManualClock();

    private Sessions over(Store store) {
        return Sessions.stored(
                Limits.defaults().withSessions(3).withSessionTime(HOUR),
                clock,
                clock::nanos,
                new FakeStreams(),
                SideTexts.of(store, "session").orElseThrow(),
                Runnable::run);
    }

    private static Optional<String> x(Sessions sessions, Session session) {
        BrowserSession found = sessions.find("lodestar=" + session.id(), false);
        assertNotNull(found);
        return found.get("x");
    }

    @Test
    void outliveTheProcessWithoutTheirIds() {
        RetainedMedium disk = new RetainedMedium();
        Session kept;
        Session removed;
        BrowserSession renewed;
        String before;
        try (Store store = Stores.over(disk)) {
            Sessions sessions = over(store);
            kept = sessions.create(false);
            kept.set("x", "kept");
            removed = sessions.create(false);
            removed.set("x", "removed");
            removed.remove("x");
            renewed = sessions.create(false);
            renewed.set("x", "renewed");
            before = renewed.id();
            renewed.renew();
            // Not closed, as after a kill: what was set is durable.
        }
        String onDisk = String.join("\n", disk.everything());
        assertTrue(onDisk.contains("renewed"), "texts are as they were set");
        assertFalse(onDisk.contains(kept.id()) || onDisk.contains(renewed.id()) || onDisk.contains(before));
        try (Store store = Stores.over(disk)) {
            Sessions sessions = over(store);
            assertEquals(Optional.of("kept"), x(sessions, kept));
            assertEquals(Optional.empty(), x(sessions, removed));
            assertEquals(Optional.of("renewed"), x(sessions, renewed));
            assertEquals(2, sessions.values().size());
            BrowserSession found = sessions.find("lodestar=" + kept.id(), false);
            assertNotNull(found);
            found.end();
        }
        try (Store store = Stores.over(disk)) {
            assertEquals(1, over(store).values().size());
        }
    }

    @Test
    void makeNoCommits() {
        try (Store store = Stores.inMemory(Keep.everything())) {
            List<Commit> told = new ArrayList<>();
            store.watch("", told::add);
            Sessions sessions = over(store);
            Session session = sessions.create(false);
            session.set("x", "1");
            session.remove("x");
            session.set("x", "2");
            session.renew();
            assertEquals(List.of(), told);
            assertEquals(List.of(), store.history().log("", 10));
            assertEquals(List.of(), store.keys(""));
            assertEquals(Optional.of("2"), x(over(store), session));
            assertThrows(IllegalStateException.class, () -> store.commit("Within", tx -> session.set("x", "3")));
        }
    }

    @Test
    void lastUseIsSavedToo() {
        try (Store store = Stores.inMemory()) {
            Sessions sessions = over(store);
            Session used = sessions.create(false);
            used.set("x", "used");
            Session unused = sessions.create(false);
            unused.set("x", "unused");
            clock.advance(HOUR.dividedBy(2));
            // Not closed, so the last use is saved only every now and then.
            x(sessions, used);
            clock.advance(HOUR.dividedBy(2));
            Sessions later = over(store);
            assertEquals(Optional.of("used"), x(later, used));
            assertEquals(Optional.empty(), x(later, unused));
            later.close();
            clock.advance(HOUR.dividedBy(2));
            assertEquals(1, over(store).values().size(), "expired sessions are not kept");
        }
    }

    @Test
    void limitAppliesToSavedSessions() {
        try (Store store = Stores.inMemory()) {
            Sessions sessions = over(store);
            List<Session> all = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                clock.advance(Duration.ofSeconds(1));
                Session session = sessions.create(false);
                session.set("x", String.valueOf(i));
                all.add(session);
            }
            List<String> keys = new ArrayList<>();
            SideTexts.of(store, "session").orElseThrow().visit((key, text) -> keys.add(key));
            assertEquals(3, keys.size());
            Sessions later = over(store);
            assertEquals(Optional.empty(), x(later, all.get(1)));
            assertEquals(Optional.of("2"), x(later, all.get(2)));
        }
    }

    @Test
    void newestValueIsSavedWhicheverThreadWritesLast() throws Exception {
        try (Store store = Stores.inMemory()) {
            Sessions sessions = over(store);
            Session session = sessions.create(false);
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String name = "n" + i;
                Thread writer = new Thread(() -> {
                    for (int n = 1; n <= 200; n++) {
                        session.set(name, n);
                    }
                });
                writers.add(writer);
                writer.start();
            }
            for (Thread writer : writers) {
                writer.join();
            }
            BrowserSession found = over(store).find("lodestar=" + session.id(), false);
            assertNotNull(found);
            for (int i = 0; i < 4; i++) {
                assertEquals(Optional.of(200), found.get("n" + i, Integer.class));
            }
        }
    }

    @Test
    void updatesAtOnceAreAllKept() throws Exception {
        try (Store store = Stores.inMemory()) {
            Session session = over(store).create(false);
            Concurrently.inFourThreads(() -> session.update("n", Integer.class, n -> Optional.of(n.orElse(0) + 1)));
            BrowserSession found = over(store).find("lodestar=" + session.id(), false);
            assertNotNull(found);
            assertEquals(Optional.of(4 * Concurrently.TIMES), found.get("n", Integer.class));
        }
    }

    @Test
    void clockThatWasAheadWhenASessionWasKeptDoesNotKeepItForEver() {
        RetainedMedium disk = new RetainedMedium();
        Session kept;
        clock.set(Duration.ofDays(3650));
        try (Store store = Stores.over(disk)) {
            kept = over(store).create(false);
            kept.set("x", "kept");
        }
        clock.set(Duration.ofDays(-3650));
        try (Store store = Stores.over(disk)) {
            Sessions sessions = over(store);
            assertEquals(Optional.of("kept"), x(sessions, kept));
            clock.advance(HOUR);
            assertEquals(Optional.empty(), x(sessions, kept));
        }
    }

    @Test
    void clockSetBackDoesNotPreventUsesFromBeingSaved() {
        try (Store store = Stores.inMemory()) {
            Sessions sessions = over(store);
            Session kept = sessions.create(false);
            kept.set("x", "kept");
            clock.set(Duration.ofHours(-5));
            clock.advance(Duration.ofMinutes(30));
            x(sessions, kept);
            clock.advance(Duration.ofMinutes(45));
            // From the store, as after a kill: the use half an hour later has been saved there.
            assertEquals(Optional.of("kept"), x(over(store), kept));
        }
    }
}
