package dev.lodestar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Limits DEFAULTS = Limits.defaults();

    @Test
    void changesOneLimitAtATime() {
        Limits changed = DEFAULTS.withBodyBytes(1)
                .withBodyBytesInAll(2)
                .withJsonDepth(3)
                .withUrlBytes(4)
                .withHeaderBytes(5)
                .withHeaders(6)
                .withRequestTime(Duration.ofMillis(7))
                .withIdleTime(Duration.ofMillis(8))
                .withStallTime(Duration.ofMillis(9))
                .withConnections(10)
                .withConnectionsPerAddress(11)
                .withStreamsPerSession(12)
                .withStreamsPerAddress(13)
                .withStreamOpeningsPerSecond(14)
                .withStreamOpeningBurst(15)
                .withStreamOpeningsPerAddress(16)
                .withActionsPerSecond(17)
                .withActionBurst(18)
                .withActionsPerAddress(19)
                .withSessions(20)
                .withSessionTime(Duration.ofMillis(21));

        assertEquals(
                new Limits(
                        1,
                        2,
                        3,
                        4,
                        5,
                        6,
                        Duration.ofMillis(7),
                        Duration.ofMillis(8),
                        Duration.ofMillis(9),
                        10,
                        11,
                        12,
                        13,
                        14,
                        15,
                        16,
                        17,
                        18,
                        19,
                        20,
                        Duration.ofMillis(21)),
                changed);
    }

    @Test
    void refusesLimitsThatWouldAcceptNothing() {
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withBodyBytes(0));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withConnections(-1));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withStallTime(Duration.ZERO));
    }
}
