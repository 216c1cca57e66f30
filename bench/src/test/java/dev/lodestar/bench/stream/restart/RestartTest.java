package dev.lodestar.bench.stream.restart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    @Test
    void browsersComeBackToTheNextServerOneByOneAndShowItsState(@TempDir Path folder) throws Exception {
        Restart restart = Restart.of(50, false, folder);
        assertEquals(50, restart.back().size());
        // They were told times within half a second.
        assertTrue(restart.most() <= 25, restart.histogram().toString());
    }
}
