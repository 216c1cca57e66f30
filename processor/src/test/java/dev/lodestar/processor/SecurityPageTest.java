package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecurityPageTest {
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");

    @Test
    void everyTestThatDocsSecurityNamesExists() throws IOException {
        String page = Files.readString(Path.of("../docs/security.md"));
        List<MatchResult> named = TEST.matcher(page).results().toList();
        Map<String, String> tests = sources();

        assertTrue(named.size() >= 40, () -> named.size() + " tests are named");
        assertEquals(
                List.of(),
                named.stream()
                        .filter(test -> !exists(tests.get(test.group(1)), test.group(2)))
                        .map(MatchResult::group)
                        .toList());
    }

    private static boolean exists(String source, String method) {
        return source != null && (method == null || source.contains(" void " + method + "("));
    }

    /** The sources of all tests of the project by class name; those with the same name are concatenated. */
    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            return files.filter(file -> file.toString().contains("/src/test/java/"))
                    .filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            SecurityPageTest::read,
                            String::concat));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
