package dev.lodestar.examples.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** A conversation for screenshots. */
final class Conversation {
    private static final List<String> LINES = List.of(
            "Morning! The beans are through.",
            "Mine too, and the slugs have already sent their regards.",
            "Copper tape. Or get up at five with a torch, as my grandmother did.",
            "I will try the tape first.\nThen the grandmother.",
            "Has anybody got yellow courgette seeds left? I promised some to the school, and none of mine came up.",
            "Half a packet. I can bring it on Saturday.");

    private Conversation() {}

    /** The two take turns, and the second begins one more line. */
    static void hold(Page one, Page other) {
        for (int i = 0; i < LINES.size(); i++) {
            Page speaker = i % 2 == 0 ? one : other;
            speaker.getByLabel("Message", new Page.GetByLabelOptions().setExact(true))
                    .fill(LINES.get(i));
            speaker.keyboard().press("Enter");
            assertThat(one.locator("#log li")).hasCount(i + 1);
            assertThat(other.locator("#log li")).hasCount(i + 1);
        }
        other.getByLabel("Message", new Page.GetByLabelOptions().setExact(true)).pressSequentially("Or, if");
    }
}
