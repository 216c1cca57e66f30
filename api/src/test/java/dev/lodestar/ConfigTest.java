package dev.lodestar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConfigTest {
    private static final Config DEFAULTS = Config.defaults();

    @Test
    void listensOnLoopbackUnlessTold() {
        assertEquals("127.0.0.1", DEFAULTS.host());
        assertEquals("0.0.0.0", DEFAULTS.withHost("0.0.0.0").host());
    }

    @Test
    void changesOneValueAtATime() {
        Config changed = DEFAULTS.withPort(1)
                .withMaxBodyBytes(2)
                .withFrameInterval(Duration.ofMillis(3))
                .withHeartbeat(Duration.ofMillis(4))
                .withStallLimit(Duration.ofMillis(5))
                .withShutdownGrace(Duration.ofMillis(6))
                .withMetrics(true);

        assertEquals(
                new Config(
                        "127.0.0.1",
                        1,
                        2,
                        Duration.ofMillis(3),
                        Duration.ofMillis(4),
                        Duration.ofMillis(5),
                        Duration.ofMillis(6),
                        true),
                changed);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withHost(" "));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withPort(-1));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withPort(65_536));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withMaxBodyBytes(0));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withFrameInterval(Duration.ofMillis(-1)));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withHeartbeat(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withStallLimit(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withShutdownGrace(Duration.ofMillis(-1)));
    }
}
