package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lodestar.processor.diagnostic.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorsPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| .+ \\| .+ \\|$");

    @Test
    void docsErrorsListsEveryRuleOnceWithItsMeaningAndAnExample() throws IOException {
        List<String> listed = ROW.matcher(Files.readString(Path.of("../docs/errors.md")))
                .results()
                .map(MatchResult::group)
                .map(row -> row.substring(3, row.indexOf('`', 3)))
                .sorted()
                .toList();

        assertEquals(Stream.of(Rule.values()).map(Rule::code).sorted().toList(), listed);
    }
}
