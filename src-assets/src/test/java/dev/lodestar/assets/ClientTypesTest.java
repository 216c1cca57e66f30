package dev.lodestar.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Lets TypeScript check the client against the types in its comments, if npm is installed: a tool for developers of the
 * client, on which nothing else depends.
 */
class ClientTypesTest {
    private static final String TYPESCRIPT = "typescript@7.0.2";
    private static final List<String> CHECK =
            List.of(("npx --yes --prefer-offline --package " + TYPESCRIPT + " tsc --noEmit --allowJs --checkJs --strict"
                            + " --target es2022 --lib es2022,dom,dom.iterable --module esnext --moduleResolution bundler"
                            + " client/main.js client/compiled.js client/handover/handover.js")
                    .split(" "));

    @Test
    void clientMatchesItsTypes() throws IOException, InterruptedException {
        boolean hasNpm = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "npx")));
        assumeTrue(hasNpm, "npx is not on the PATH, so the client's types are not checked.");
        assertTrue(Files.exists(Path.of("client/main.js")), "the tests run in the folder of their module");
        Process process = new ProcessBuilder(CHECK).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        int code = process.waitFor();
        assumeTrue(code == 0 || said.contains("error TS"), "npm could not give " + TYPESCRIPT + ": " + said);
        assertEquals(0, code, said);
    }
}
