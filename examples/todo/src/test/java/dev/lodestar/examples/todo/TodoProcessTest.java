package dev.lodestar.examples.todo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TodoProcessTest {
    @Test
    void secondProcessOnTheSameFileEndsWithOneSentence(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("deep/todo.db");
        Map<String, String> environment = Map.of("TODO_STORE", file.toString());
        try (ServerProcess first = ServerProcess.serve(Main.class, environment);
                ServerProcess second = ServerProcess.launch(Main.class, environment, "--port", "0")) {
            String said = second.rest();

            assertEquals(1, second.exitStatus(10));
            assertEquals(1, said.lines().count(), said);
            assertTrue(said.contains(file.toString()) && said.contains("another process"), said);
            assertTrue(Files.exists(file));
            first.terminate();
            assertEquals(143, first.exitStatus(5));
        }
    }
}
