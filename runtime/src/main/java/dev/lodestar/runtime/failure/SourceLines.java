package dev.lodestar.runtime.failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The source code of the application, and the code generated for it, where they are at hand.
 *
 * @param project the folder of a Maven or Gradle build
 */
record SourceLines(Path project) {
    private static final List<String> FOLDERS = List.of(
            "src/main/java",
            "target/generated-sources/annotations",
            "build/generated/sources/annotationProcessor/java/main");

    private static final Pattern RENDERS = Pattern.compile("Renders \\{@code ([^}]+)}");

    private static final int AROUND = 2;

    /** The line of a frame and those around it, with numbers; empty if it is not found. */
    String around(StackTraceElement frame) {
        List<String> lines = file(frame);
        int line = frame.getLineNumber();
        if (line < 1 || line > lines.size()) {
            return "";
        }
        return IntStream.rangeClosed(Math.max(1, line - AROUND), Math.min(lines.size(), line + AROUND))
                .mapToObj(at -> (at == line ? "> " : "  ") + at + "  " + lines.get(at - 1) + "\n")
                .collect(Collectors.joining());
    }

    /** The template that a frame's class renders, if it was generated for one. */
    Optional<String> template(StackTraceElement frame) {
        return file(frame).stream()
                .flatMap(line -> RENDERS.matcher(line).results())
                .map(found -> found.group(1))
                .findFirst();
    }

    private List<String> file(StackTraceElement frame) {
        String name = frame.getFileName();
        if (name == null) {
            return List.of();
        }
        String type = frame.getClassName();
        String folder = type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/');
        return FOLDERS.stream()
                .map(sources -> project.resolve(sources).resolve(folder).resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(SourceLines::read)
                .orElse(List.of());
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            // Showing the source is a help, no more.
            return List.of();
        }
    }
}
