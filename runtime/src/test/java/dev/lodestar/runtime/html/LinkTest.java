package dev.lodestar.runtime.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkTest {
    private enum Sort {
        NEW {
            @Override
            public String toString() {
                return "newest first";
            }
        }
    }

    @Test
    void writesEachKindOfValueAsQueriesAreRead() {
        assertEquals(
                "/chat?room=a%20%26%20b%2F%C3%A9&page=2&new=true&at=0.5&sort=NEW&who=Ann&tag=x%3Dy&tag=z",
                Link.to("/chat")
                        .with("room", "a & b/é")
                        .with("page", 2)
                        .with("new", true)
                        .with("at", 0.5)
                        .with("sort", Sort.NEW)
                        .with("none", Optional.empty())
                        .with("who", Optional.of("Ann"))
                        .with("tag", List.of("x=y", "z"))
                        .with("tags", List.of())
                        .toString());
    }

    @Test
    void hasNoQueryWithoutParameters() {
        assertEquals("/", Link.to("/").with("q", Optional.empty()).toString());
    }

    @Test
    void encodesNames() {
        assertEquals("/?a%26b=1", Link.to("/").with("a&b", 1).toString());
    }
}
