package dev.lodestar.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lodestar.assets.BrowserClient;
import dev.lodestar.browser.engine.InEveryEngine;
import dev.lodestar.browser.engine.Tab;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every page of {@code suite/cases} in its own iframe. {@code -Dclient=path/to/datastar.js} runs the same pages
 * with another client, which is expected to fail the cases that say so; {@code -Dcases=regex} runs only those with a
 * matching name.
 */
@InEveryEngine
class DifferentialTest {
    private static final String OTHER = System.getProperty("client", "");
    private static final String WANTED = System.getProperty("cases", "");

    @TestFactory
    Stream<DynamicTest> everyPageBehavesAsTheProtocolSays(Tab tab) throws IOException, URISyntaxException {
        CaseServer server = new CaseServer(OTHER.isEmpty() ? BrowserClient.source() : Files.readString(Path.of(OTHER)));
        tab.open(server.url());
        return cases().map(each -> dynamicTest(each.name(), () -> check(each, server, tab)))
                .onClose(server::close);
    }

    private static Stream<Case> cases() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(DifferentialTest.class.getResource("/suite/cases"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            List<Case> all = files.sorted().flatMap(DifferentialTest::read).toList();
            assertEquals(all.size(), all.stream().map(Case::name).distinct().count(), "two cases have the same name");
            return all.stream().filter(each -> WANTED.isEmpty() || each.name().matches(".*(?:" + WANTED + ").*"));
        }
    }

    private static Stream<Case> read(Path file) {
        try {
            return CaseFile.read(file.getFileName().toString().replace(".txt", ""), Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException("The cases of " + file + " cannot be read", e);
        }
    }

    private static void check(Case shown, CaseServer server, Tab tab) {
        List<List<String>> steps = shown.steps().stream()
                .map(step -> List.of(step.kind(), step.text()))
                .toList();
        Object failure = tab.evaluate("(path, steps) => runCase(path, steps)", server.add(new CaseSite(shown)), steps);
        // The harness has them already.
        tab.takeErrors();
        if (shown.isKnownToFail(!OTHER.isEmpty(), tab.engine())) {
            assertNotEquals("", failure, shown.name() + ": does not differ here any more");
            abort("differs: " + failure);
        }
        assertEquals("", failure, shown.name());
    }
}
