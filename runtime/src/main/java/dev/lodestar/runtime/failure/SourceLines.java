package dev.lodestar.runtime.failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lines of the application's source, and of the code generated for it, where the process was started in the folder of a
 * Maven or Gradle build.
 */
final class SourceLines {
    private static final List<Path> FOLDERS = List.of(
            Path.of("src/main/java"),
            Path.of("target/generated-sources/annotations"),
            Path.of("build/generated/sources/annotationProcessor/java/main"));

    private static final int AROUND = 2;

    private SourceLines() {}

    /** The line of a frame with those around it, each with its number; empty if it is not found. */
    static String around(StackTraceElement frame) {
        String type = frame.getClassName();
        int line = frame.getLineNumber();
        if (frame.getFileName() == null || line < 1) {
            return "";
        }
        int lastDot = type.lastIndexOf('.');
        Path file = Path.of(type.substring(0, lastDot + 1).replace('.', '/')).resolve(frame.getFileName());
        for (Path folder : FOLDERS) {
            List<String> lines = read(folder.resolve(file));
            if (line <= lines.size()) {
                return IntStream.rangeClosed(Math.max(1, line - AROUND), Math.min(lines.size(), line + AROUND))
                        .mapToObj(at -> (at == line ? "> " : "  ") + at + "  " + lines.get(at - 1) + "\n")
                        .collect(Collectors.joining());
            }
        }
        return "";
    }

    private static List<String> read(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            // It is a help, no more.
            return List.of();
        }
    }
}
