package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.runtime.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The applications that the guide shows whole are ones: they compile and start. */
class GuideTest {
    private static final String IMPORTS = """
            package app;

            import dev.lodestar.*;
            import java.util.*;
            import java.util.concurrent.*;

            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"start.md, Guestbook, guestbook.mustache", "pages-and-actions.md, Album, album.mustache"})
    void applicationThatThePageShowsStarts(String page, String name, String template) throws Throwable {
        String text = Files.readString(Path.of("../docs/guide/" + page));
        Matcher shown = Pattern.compile(
                        "(?s)```java\n(@App\\([^`]*?public final class " + name + " .*?)```.*?```html\n(.*?)```")
                .matcher(text);
        assertTrue(shown.find(), () -> page + " shows no " + name);
        Files.createDirectories(folder.resolve("templates"));
        Files.writeString(folder.resolve("templates").resolve(template), shown.group(2));

        try (Server server =
                CompiledApplication.of(folder, name, IMPORTS + shown.group(1)).start()) {
            assertTrue(server.port() > 0);
        }
    }
}
