package dev.lodestar.runtime.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Session;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest {
    private final Sessions sessions = new Sessions();

    @Test
    void browserThatShowsItsCookieFindsItsValues() {
        Session made = sessions.create();
        made.set("name", "Ann");
        Session found = sessions.find("theme=dark; lodestar=" + made.id() + "; x");
        assertNotNull(found);
        assertEquals(Optional.of("Ann"), found.get("name"));
        found.remove("name");
        assertEquals(Optional.empty(), made.get("name"));
    }

    @Test
    void idsAre128RandomBits() {
        String id = sessions.create().id();
        assertTrue(id.matches("[A-Za-z0-9_-]{22}"), id);
        assertNotEquals(id, sessions.create().id());
    }

    @Test
    void cookieIsForThisSiteAndNotForScripts() {
        Session session = sessions.create();
        assertEquals("lodestar=" + session.id() + "; Path=/; HttpOnly; SameSite=Lax", Sessions.cookie(session));
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
    void illFormedIdsAreIgnored(String cookies) {
        assertNull(sessions.find(cookies));
    }

    @Test
    void onlySessionsWithValuesTakeMemory() {
        SessionStore store = new SessionStore(10);
        Session session = new StoredSession("a", store);
        session.get("x");
        session.remove("x");
        assertEquals(0, store.size());
        session.set("x", "1");
        assertEquals(1, store.size());
        session.remove("x");
        assertEquals(0, store.size());
    }

    @Test
    void sessionThatWasUsedLongestAgoMakesRoom() {
        SessionStore store = new SessionStore(2);
        Session one = new StoredSession("1", store);
        Session two = new StoredSession("2", store);
        one.set("x", "1");
        two.set("x", "2");
        one.get("x");
        new StoredSession("3", store).set("x", "3");
        assertEquals(2, store.size());
        assertEquals(Optional.of("1"), one.get("x"));
        assertEquals(Optional.empty(), two.get("x"));
    }

    @Test
    void valueNeedsAName() {
        assertThrows(IllegalArgumentException.class, () -> sessions.create().set("", "x"));
    }

    @Test
    void idIsNotPrinted() {
        Session session = sessions.create();
        assertFalse(session.toString().contains(session.id()));
    }
}
