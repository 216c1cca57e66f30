package dev.lodestar.processor.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The stages of the template compiler know only the stages before them. */
class PackagesTest {
    private static final Path PROCESSOR = Path.of("src/main/java/dev/lodestar/processor");
    private static final Pattern IMPORT =
            Pattern.compile("import (?:static )?dev\\.lodestar\\.processor\\.((?:[a-z]+\\.)+)[A-Z]");
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "javascript", Set.of(),
            "expression", Set.of("application", "javascript"),
            "template.parse", Set.of("name"),
            "template.place", Set.of("javascript"),
            "template.step", Set.of("template.parse", "template.place", "type"),
            "template.check", Set.of("expression", "name", "template.parse", "template.place", "template.step", "type"),
            "template.mark", Set.of("expression", "template.place", "template.step"),
            "template.write", Set.of("code", "template.place", "template.step", "type"));

    @Test
    void haveNoCycles() throws IOException {
        for (Map.Entry<String, Set<String>> each : ALLOWED.entrySet()) {
            Set<String> others = imported(PROCESSOR.resolve(each.getKey().replace('.', '/')));
            others.remove(each.getKey());
            others.removeAll(each.getValue());
            assertEquals(Set.of(), others, each.getKey() + " must not know these packages");
        }
    }

    private static Set<String> imported(Path folder) throws IOException {
        Set<String> imported = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(".java")) {
                    IMPORT.matcher(Files.readString(file))
                            .results()
                            .map(found -> found.group(1))
                            .forEach(name -> imported.add(name.substring(0, name.length() - 1)));
                }
            }
        }
        return imported;
    }
}
