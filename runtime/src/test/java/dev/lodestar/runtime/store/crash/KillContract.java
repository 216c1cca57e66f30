package dev.lodestar.runtime.store.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is left of a store when its process is killed. The system property {@code lodestar.kills} says how many
 * processes to kill, only a few by default; {@code bench/crash} sets it.
 */
public abstract class KillContract {
    private static final int KILLS = Integer.getInteger("lodestar.kills", 6);

    private final Class<? extends StoreOpener> opener;

    @TempDir
    Path folder;

    /** Tests the stores of an opener. */
    protected KillContract(Class<? extends StoreOpener> opener) {
        this.opener = opener;
    }

    @Test
    void losesNoAcknowledgedCommitWhenTheProcessIsKilled() throws Exception {
        KillRuns runs = new KillRuns(opener, folder, System.nanoTime());
        int kills = 0;
        while (kills < KILLS && runs.faults().isEmpty()) {
            runs.killOne();
            kills++;
        }
        System.out.println(getClass().getSimpleName() + ": " + kills + " kills, " + runs.acknowledged()
                + " commits acknowledged, " + runs.faults().size() + " faults");
        assertEquals(List.of(), runs.faults());
        assertTrue(runs.acknowledged() > 0, "something was committed before a kill");
    }
}
