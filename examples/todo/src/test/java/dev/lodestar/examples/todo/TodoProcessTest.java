package dev.lodestar.examples.todo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TodoProcessTest {
    @Test
    void secondOneOfTheSameFileEndsWithOneSentence(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("deep/todo.db");
        try (TodoProcess first = TodoProcess.serve(TodoProcess.freePort(), file);
                TodoProcess second = TodoProcess.launch(Map.of("TODO_STORE", file.toString()), "--port", "0")) {
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
