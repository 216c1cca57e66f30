package dev.lodestar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Patch.Mode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    @Test
    void nestsSignalsAtTheDotsOfTheirName() {
        Reply.Patches reply = Reply.signal("draft.title", "x").andSignal("gone", null);

        assertEquals(
                List.of(
                        new Patch.Signals(Map.of("draft", Map.of("title", "x")), false),
                        new Patch.Signals(Collections.singletonMap("gone", null), false)),
                reply.patches());
    }

    @Test
    void addingAPatchKeepsTheOrderAndLeavesTheOriginalUnchanged() {
        Reply.Patches first = Reply.html(Html.raw("<p id=\"a\"></p>"));
        Reply.Patches both = first.and(new Patch.Script("1"));

        assertEquals(1, first.patches().size());
        assertInstanceOf(Patch.Elements.class, both.patches().get(0));
        assertInstanceOf(Patch.Script.class, both.patches().get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a?b=c#d", "https://example.org/", "http://example.org"})
    void redirectsToPathsAndWebUrls(String location) {
        assertEquals(new Reply.Redirect(location), Reply.redirect(location));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nX: y", "/a b"})
    void refusesToRedirectElsewhere(String location) {
        assertThrows(IllegalArgumentException.class, () -> Reply.redirect(location));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 399, 500})
    void refusesAnyStatusButAClientError(int status) {
        assertThrows(IllegalArgumentException.class, () -> Reply.error(status, "No."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INNER", "PREPEND", "APPEND", "BEFORE", "AFTER"})
    void refusesModesThatNeedATargetWithoutASelector(Mode mode) {
        assertThrows(IllegalArgumentException.class, () -> new Patch.Elements(Html.EMPTY, "", mode, false));
    }

    @Test
    void refusesASelectorWithALineBreak() {
        assertThrows(
                IllegalArgumentException.class, () -> new Patch.Elements(Html.EMPTY, "#a\n#b", Mode.REMOVE, false));
    }

    @Test
    void refusedRedirectShowsItsLocationOnOneLine() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Reply.redirect("/x\r\n2026-01-01 ERROR \u2028\u202e\"" + "y".repeat(1_000)))
                .getMessage();
        assertTrue(
                message.contains("this is neither: \"/x\\u000d\\u000a2026-01-01 ERROR \\u2028\\u202e\\\"yyy"), message);
        assertTrue(message.endsWith("yyy...\"") && message.length() < 500, message);
    }
}
