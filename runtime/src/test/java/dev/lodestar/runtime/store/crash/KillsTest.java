package dev.lodestar.runtime.store.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The crash test: a short one, unless the property {@code lodestar.kills} says how many, of the backends that
 * {@code lodestar.backends} names; {@code bench/crash} sets both.
 */
class KillsTest {
    private static final int KILLS = Integer.getInteger("lodestar.kills", 6);

    @TempDir
    Path folder;

    // Not MapDB, which never reads its log: bench/README.md has the figures.
    static Stream<Backend> backends() {
        return Arrays.stream(
                        System.getProperty("lodestar.backends", "MVSTORE,GIT").split(","))
                .map(Backend::valueOf);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void losesNoCommitThatWasAcknowledgedWhenTheProcessIsKilled(Backend backend) throws Exception {
        Kills test = new Kills(backend, folder, System.nanoTime());
        int kills = 0;
        while (kills < KILLS && test.faults().isEmpty()) {
            test.killOne();
            kills++;
        }
        System.out.println(backend + ": " + kills + " kills, " + test.acknowledged() + " commits acknowledged, "
                + test.faults().size() + " faults");
        assertEquals(List.of(), test.faults());
        assertTrue(test.acknowledged() > 0, "something was committed before a kill");
    }
}
