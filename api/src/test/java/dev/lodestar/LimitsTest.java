package dev.lodestar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Limits DEFAULTS = Limits.defaults();

    @Test
    void changesOneValueAtATime() {
        Limits changed = DEFAULTS.withBodyBytes(1)
                .withJsonDepth(2)
                .withUrlBytes(3)
                .withHeaderBytes(4)
                .withHeaders(5)
                .withRequestTime(Duration.ofMillis(6))
                .withIdleTime(Duration.ofMillis(7))
                .withStallTime(Duration.ofMillis(8))
                .withConnections(9)
                .withConnectionsPerAddress(10)
                .withStreamsPerSession(11)
                .withStreamsPerAddress(12)
                .withActionsPerSecond(13)
                .withActionBurst(14)
                .withActionsPerAddress(15)
                .withSessions(16)
                .withSessionTime(Duration.ofMillis(17));

        assertEquals(
                new Limits(
                        1,
                        2,
                        3,
                        4,
                        5,
                        Duration.ofMillis(6),
                        Duration.ofMillis(7),
                        Duration.ofMillis(8),
                        9,
                        10,
                        11,
                        12,
                        13,
                        14,
                        15,
                        16,
                        Duration.ofMillis(17)),
                changed);
    }

    @Test
    void refusesWhatWouldRefuseEverything() {
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withBodyBytes(0));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withConnections(-1));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withStallTime(Duration.ZERO));
    }
}
