package dev.lodestar.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lodestar.Config;
import dev.lodestar.structure.PackageCycles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagesTest {
    @TempDir
    Path work;

    @Test
    void packagesOfTheApiAndTheRuntimeDependOnEachOtherInOneDirection() throws IOException {
        assertEquals(List.of(), PackageCycles.among(work, Config.class, Server.class));
    }
}
