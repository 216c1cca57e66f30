package dev.lodestar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigTest {
    private static final Config DEFAULTS = Config.defaults();

    @Test
    void listensOnLoopbackByDefault() {
        assertEquals("127.0.0.1", DEFAULTS.host());
        assertEquals("0.0.0.0", DEFAULTS.withHost("0.0.0.0").host());
    }

    @Test
    void changesOneSettingAtATime() {
        Tls tls = new Tls(Path.of("a.pem"), Path.of("b.pem"));
        Config changed = DEFAULTS.withPort(1)
                .withDevelopment(true)
                .withAllowedHosts(Set.of("shop.example"))
                .withTls(tls)
                .withProxies(Set.of("10.0.0.0/8"))
                .withFrameInterval(Duration.ofMillis(3))
                .withHeartbeat(Duration.ofMillis(4))
                .withShutdownGrace(Duration.ofMillis(6))
                .withDrain(Duration.ofMillis(8))
                .withMetrics(true)
                .withAccessLog(true)
                .withLimits(Limits.defaults().withBodyBytes(7));

        assertEquals(
                new Config(
                        "127.0.0.1",
                        1,
                        true,
                        Set.of("shop.example"),
                        Optional.of(tls),
                        Set.of("10.0.0.0/8"),
                        Duration.ofMillis(3),
                        Duration.ofMillis(4),
                        Duration.ofMillis(6),
                        Duration.ofMillis(8),
                        true,
                        true,
                        Limits.defaults().withBodyBytes(7)),
                changed);
    }

    @Test
    void refusesValuesOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withHost(" "));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withPort(-1));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withPort(65_536));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withFrameInterval(Duration.ofMillis(-1)));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withHeartbeat(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withShutdownGrace(Duration.ofMillis(-1)));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withDrain(Duration.ofMillis(-1)));
    }
}
