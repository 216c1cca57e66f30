package dev.lodestar.runtime.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Limits;
import dev.lodestar.Session;
import dev.lodestar.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final ManualClock clock = new ManualClock();
    private final FakeStreams streams = new FakeStreams();
    private final Sessions sessions =
            Sessions.inMemory(Limits.defaults().withSessions(2).withSessionTime(HOUR), clock, clock::nanos, streams);

    record Login(String user, int visits, List<String> roles) {}

    /** Returns the session that another request of the same browser finds. */
    private BrowserSession again(Session session) {
        return found("theme=dark; lodestar=" + session.id() + "; x");
    }

    private BrowserSession found(String cookies) {
        BrowserSession found = sessions.find(cookies, false);
        assertNotNull(found);
        return found;
    }

    private BrowserSession withValue(String value) {
        BrowserSession session = sessions.create(false);
        session.set("x", value);
        return session;
    }

    private Optional<String> x(Session session) {
        return again(session).get("x");
    }

    @Test
    void acceptsTheValuesThatAStoreAccepts() {
        Session session = sessions.create(false);
        Login login = new Login("Ann", 3, List.of("staff"));
        session.set("login", login);
        session.set("name", "Ann");
        session.set("visits", 3);
        session.set("seen", List.of(login));
        Session found = again(session);
        assertEquals(Optional.of(login), found.get("login", Login.class));
        assertEquals(Optional.of("Ann"), found.get("name"));
        assertEquals(Optional.of(3), found.get("visits", Integer.class));
        assertEquals(List.of(login), found.getList("seen", Login.class));
        assertEquals(List.of(), found.getList("none", Login.class));
        found.remove("name");
        assertEquals(Optional.empty(), session.get("name"));
        assertTrue(assertThrows(StoreException.class, () -> found.get("login", Integer.class))
                .getMessage()
                .startsWith("The value of login in a session cannot be read as Integer: "));
        assertThrows(IllegalArgumentException.class, () -> session.set("thread", new Thread()));
        assertThrows(IllegalArgumentException.class, () -> session.set("", "x"));
    }

    @Test
    void updatesAtOnceLoseNothing() throws Exception {
        Session session = sessions.create(false);
        Concurrently.inFourThreads(() -> again(session).update("n", Integer.class, n -> Optional.of(n.orElse(0) + 1)));
        assertEquals(Optional.of(4 * Concurrently.TIMES), session.get("n", Integer.class));
    }

    @Test
    void updateIsRepeatedWhenAnotherRequestWasFaster() {
        Session session = withValue("a");
        List<String> seen = new ArrayList<>();
        Optional<String> updated = session.update("x", String.class, x -> {
            seen.add(x.orElse("none"));
            if (seen.size() == 1) {
                again(session).set("x", "b");
            }
            return x.map(value -> value + "!");
        });
        assertEquals(List.of("a", "b"), seen);
        assertEquals(Optional.of("b!"), updated);
        assertEquals(Optional.of("b!"), x(session));
    }

    @Test
    void updateThatReturnsNothingRemovesAndOneThatThrowsChangesNothing() {
        Session session = withValue("a");
        assertThrows(
                IllegalStateException.class,
                () -> session.update("x", String.class, x -> {
                    throw new IllegalStateException("on purpose");
                }));
        assertThrows(
                IllegalArgumentException.class,
                () -> session.update("x", Object.class, x -> Optional.of(new Thread())));
        assertThrows(IllegalArgumentException.class, () -> session.update("", String.class, x -> x));
        assertThrows(StoreException.class, () -> session.update("x", Integer.class, x -> x));
        assertEquals(Optional.of("a"), x(session));
        assertEquals(Optional.empty(), session.update("x", String.class, x -> Optional.empty()));
        assertEquals(Optional.empty(), x(session));
    }

    @Test
    void updateDuringALoginIsDiscarded() {
        BrowserSession session = withValue("a");
        BrowserSession beside = again(session);
        beside.update("x", String.class, x -> {
            session.renew();
            return Optional.of("b");
        });
        assertEquals(Optional.of("a"), x(session));
        assertEquals(Optional.empty(), beside.get("x"));
    }

    @Test
    void idsAre128RandomBitsAndAreNotPrinted() {
        BrowserSession session = sessions.create(false);
        assertTrue(session.id().matches("[A-Za-z0-9_-]{22}"), session.id());
        assertNotEquals(session.id(), sessions.create(false).id());
        assertNotEquals(session.id(), session.key());
        assertFalse(session.toString().contains(session.id()));
    }

    @Test
    void cookieIsForThisSiteAndHiddenFromScripts() {
        BrowserSession plain = sessions.create(false);
        assertEquals("lodestar=" + plain.id() + "; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax", plain.cookie());
        BrowserSession secure = sessions.create(true);
        assertEquals(
                "__Host-lodestar=" + secure.id() + "; Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=Lax",
                secure.cookie());
        assertNull(sessions.find("lodestar=" + secure.id(), true), "other hosts can set that name");
        assertNotNull(sessions.find("__Host-lodestar=" + secure.id(), true));
    }

    @Test
    void idMayBeInQuotesAndComeTwiceButTwoIdsAreNone() {
        String id = "a".repeat(22);
        String key = found("lodestar=" + id).key();
        assertEquals(key, found("a=\"b\"; lodestar=\"" + id + "\"").key());
        assertEquals(key, found("lodestar=" + id + "; a=b; lodestar=" + id).key());
        assertEquals(
                key, found("lodestar=; lodestar=" + id + "; lodestar=short").key());
        assertNull(sessions.find("lodestar=" + id + "; lodestar=" + "b".repeat(22), false));
        assertNull(sessions.find("lodestar=\"" + id, false));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ";;=",
                "lodestar",
                "lodestar=",
                "lodestar=short",
                "lodestar=aaaaaaaaaaaaaaaaaaaaaaa",
                "lodestar=aaaaaaaaaaaaaaaaaaaaa!",
                "lodestar2=aaaaaaaaaaaaaaaaaaaaaa"
            })
    void malformedIdsAreIgnored(String cookies) {
        assertNull(sessions.find(cookies, false));
    }

    @Test
    void idFromBeforeARestartIsAcceptedAndNotSentAgain() {
        BrowserSession session = found("lodestar=aaaaaaaaaaaaaaaaaaaaaa");
        assertEquals("aaaaaaaaaaaaaaaaaaaaaa", session.id());
        assertNull(session.cookie());
        assertEquals(Optional.empty(), session.get("x"));
    }

    @Test
    void onlySessionsWithValuesTakeMemory() {
        Session session = sessions.create(false);
        session.get("x");
        session.remove("x");
        again(session);
        assertEquals(0, sessions.values().size());
        session.set("x", "1");
        assertEquals(1, sessions.values().size());
        session.remove("x");
        assertEquals(0, sessions.values().size());
    }

    @Test
    void leastRecentlyUsedSessionMakesRoomUnlessItHasAStream() {
        BrowserSession watched = withValue("watched");
        streams.open.add(watched.key());
        Session one = withValue("1");
        Session two = withValue("2");
        assertEquals(Optional.of("watched"), x(watched));
        assertEquals(Optional.empty(), x(one));
        again(watched);
        again(two);
        Session three = withValue("3");
        assertEquals(Optional.empty(), x(two));
        assertEquals(Optional.of("3"), x(three));
        assertEquals(2, sessions.values().size());
    }

    @Test
    void unusedSessionExpires() {
        BrowserSession watched = withValue("watched");
        streams.open.add(watched.key());
        Session used = withValue("used");
        clock.advance(HOUR.minusMillis(1));
        again(used);
        clock.advance(Duration.ofMillis(1));
        assertEquals(Optional.of("used"), x(used));
        clock.advance(HOUR);
        assertEquals(Optional.empty(), x(used));
        clock.advance(HOUR);
        assertEquals(Optional.of("watched"), x(watched));
        streams.end(watched.key());
        clock.advance(HOUR);
        again(sessions.create(false));
        assertEquals(0, sessions.values().size(), "without anybody asking for it");
    }

    @Test
    void expiredSessionsAreRemovedAFewAtATime() {
        Sessions many = Sessions.inMemory(Limits.defaults().withSessionTime(HOUR), clock, clock::nanos, streams);
        for (int i = 0; i < 1_000; i++) {
            many.create(false).set("x", i);
        }
        clock.advance(HOUR);
        many.find("lodestar=aaaaaaaaaaaaaaaaaaaaaa", false);
        int left = many.values().size();
        assertTrue(left < 1_000 && left > 800, left + " are left");
        for (int i = 0; i < 10; i++) {
            many.find("lodestar=aaaaaaaaaaaaaaaaaaaaaa", false);
        }
        assertEquals(0, many.values().size());
    }

    @Test
    void cookieIsSentAgainBeforeItExpires() {
        BrowserSession session = withValue("1");
        assertNotNull(session.cookie());
        clock.advance(HOUR.dividedBy(3));
        assertNull(again(session).cookie());
        clock.advance(HOUR.dividedBy(3));
        assertNotNull(again(session).cookie());
        clock.advance(HOUR.dividedBy(3));
        assertNull(again(session).cookie());
    }

    @Test
    void renewedSessionHasItsValuesUnderAnIdThatNobodyKnew() {
        BrowserSession planted = found("lodestar=aaaaaaaaaaaaaaaaaaaaaa");
        planted.set("cart", "eggs");
        BrowserSession beside = again(planted);
        String oldKey = planted.key();
        planted.renew();
        planted.set("login", "Ann");
        assertEquals(Optional.of("eggs"), again(planted).get("cart"));
        assertTrue(String.valueOf(planted.cookie()).startsWith("lodestar=" + planted.id() + ";"));
        assertEquals(List.of(oldKey), streams.ended);
        assertTrue(sessions.isRetired(oldKey));

        assertEquals(Optional.empty(), beside.get("login"));
        assertEquals(Optional.empty(), beside.get("cart"));
        beside.set("cart", "spam");
        assertEquals(1, sessions.values().size(), "the old id is retired");
        assertNull(beside.cookie(), "it must not replace the new one");
        assertEquals(Optional.of("eggs"), again(planted).get("cart"));

        clock.advance(Duration.ofMinutes(1));
        assertFalse(sessions.isRetired(oldKey));
        assertEquals(Optional.empty(), found("lodestar=aaaaaaaaaaaaaaaaaaaaaa").get("login"));
    }

    @Test
    void onlyAResponseThatIsStillToBeSentCanCarryANewId() {
        BrowserSession session = withValue("1");
        session.cookie();
        assertTrue(assertThrows(IllegalStateException.class, session::renew)
                .getMessage()
                .contains("is for actions"));
        String id = session.id();
        session.end();
        assertEquals(id, session.id());
        assertEquals(Optional.empty(), x(session));
        assertEquals(List.of(session.key()), streams.ended);
        assertFalse(sessions.isRetired(session.key()), "its browser sends it again");
    }

    @Test
    void endedSessionIsEmptyAndItsBrowserGetsAnotherId() {
        BrowserSession session = again(withValue("1"));
        String id = session.id();
        String key = session.key();
        session.end();
        assertNotEquals(id, session.id());
        assertEquals(Optional.empty(), x(session));
        assertEquals(List.of(key), streams.ended);
        assertTrue(sessions.isRetired(key));
        assertNotNull(session.cookie());
        assertEquals(0, sessions.values().size());
    }

    @Test
    void clockThatIsPutBackLetsSessionsEndAsIfItHadNotBeen() {
        BrowserSession session = sessions.create(false);
        session.set("x", "1");
        clock.advance(HOUR.dividedBy(2));
        clock.set(Duration.ofDays(-365));
        clock.advance(HOUR.dividedBy(2).minusMillis(1));
        assertEquals(Optional.of("1"), session.get("x"));
        clock.advance(HOUR);
        assertEquals(Optional.empty(), session.get("x"));
    }

    @Test
    void clockThatIsPutForwardEndsNoSessionThatIsInUse() {
        BrowserSession open = sessions.create(false);
        open.set("x", "1");
        BrowserSession unused = sessions.create(false);
        unused.set("x", "2");
        streams.open.add(open.key());
        clock.set(Duration.ofDays(365));
        assertEquals(Optional.of("1"), open.get("x"));
        assertEquals(Optional.empty(), unused.get("x"));
    }

    @Test
    void retiredIdsAreForgottenAfterAMinuteHoweverTheClockIsAdjusted() {
        BrowserSession session = sessions.create(false);
        String old = session.key();
        session.renew();
        clock.set(Duration.ofHours(5));
        assertTrue(sessions.isRetired(old));
        clock.set(Duration.ofHours(-10));
        clock.advance(Duration.ofMinutes(1));
        assertFalse(sessions.isRetired(old));
    }
}
