package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    void packagesDependOnEachOtherInOneDirection() throws IOException {
        assertEquals(List.of(), PackageCycles.among(work, LodestarProcessor.class));
    }
}
