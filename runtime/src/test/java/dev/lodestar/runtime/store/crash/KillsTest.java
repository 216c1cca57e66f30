package dev.lodestar.runtime.store.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The crash test: a short one, unless the property {@code lodestar.kills} says how many; {@code bench/crash} does. */
class KillsTest {
    private static final int KILLS = Integer.getInteger("lodestar.kills", 6);

    @TempDir
    Path folder;

    // Not MapDB, whose log does not always lead back to a whole tree: bench/README.md has the figures.
    @ParameterizedTest
    @EnumSource(value = Backend.class, names = "MAPDB", mode = EnumSource.Mode.EXCLUDE)
    void losesNoCommitThatWasAcknowledgedWhenTheProcessIsKilled(Backend backend) throws Exception {
        Kills test = new Kills(backend, folder, System.nanoTime());
        for (int i = 0; i < KILLS; i++) {
            test.killOne();
        }
        System.out.println(backend + ": " + KILLS + " kills, " + test.acknowledged() + " commits acknowledged, "
                + test.faults().size() + " faults");
        assertEquals(List.of(), test.faults());
        assertTrue(test.acknowledged() > 0, "something was committed before a kill");
    }
}
