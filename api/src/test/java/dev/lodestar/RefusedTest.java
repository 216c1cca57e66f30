package dev.lodestar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RefusedTest {
    @Test
    void carriesItsReplyButNoStackTrace() {
        Refused refusal = new Refused(Reply.error(403, "Only the owner can do that."));
        assertEquals(Reply.error(403, "Only the owner can do that."), refusal.reply());
        assertEquals("Only the owner can do that.", refusal.getMessage());
        assertEquals(0, refusal.getStackTrace().length);
        Refused redirect = new Refused(Reply.redirect("/login"));
        assertEquals(Reply.redirect("/login"), redirect.reply());
        assertEquals("See /login", redirect.getMessage());
    }
}
