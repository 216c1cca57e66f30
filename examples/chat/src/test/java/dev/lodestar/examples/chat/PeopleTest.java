package dev.lodestar.examples.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lodestar.BadInput;
import dev.lodestar.Session;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {
    private final Session session = new FakeSession("secret");

    @Test
    void sessionKeepsTheName() {
        assertEquals("", People.name(session));
        People.call(session, "Ada");
        assertEquals("Ada", People.name(session));
        assertEquals("Ada", People.of(session, Optional.of("Eve")).name());
    }

    @Test
    void pageRestoresAForgottenName() {
        assertEquals("Ada", People.of(session, Optional.of("Ada")).name());
        assertEquals("Ada", People.name(session));
    }

    @Test
    void nobodySpeaksWithoutAName() {
        assertThrows(BadInput.class, () -> People.of(session, Optional.empty()));
    }

    @Test
    void idIdentifiesTheSessionButHidesItsSecret() {
        assertEquals(People.id(session), People.id(new FakeSession("secret")));
        assertNotEquals(People.id(session), People.id(new FakeSession("other")));
        assertFalse(People.id(session).contains("secret"));
    }

    @ParameterizedTest
    @CsvSource({"' Ada ', Ada", "'Ada  \tL.', Ada L.", "'A\u202eda', A da", "'\u00c5sa', \u00c5sa"})
    void namesAreTidiedUp(String wanted, String given) {
        assertEquals(given, People.call(session, wanted).name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200b", "abcdefghijklmnopqrstuvwxy"})
    void unreadableNamesAreRefused(String wanted) {
        assertThrows(BadInput.class, () -> People.call(session, wanted));
    }
}
