package dev.lodestar.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Page;
import dev.lodestar.assets.BrowserClient;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every page of {@code suite/cases} in an iframe of its own. {@code -Dclient=path/to/datastar.js} runs the same pages
 * against another client, of which the cases that say that it differs are expected to fail; {@code -Dcases=regex} runs
 * those whose name matches.
 */
@InBrowser
class DifferentialTest {
    private static final String OTHER = System.getProperty("client", "");
    private static final String WANTED = System.getProperty("cases", "");

    @TestFactory
    Stream<DynamicTest> everyPageTurnsOutAsTheProtocolSays(Window window) throws IOException, URISyntaxException {
        CaseServer server = new CaseServer(OTHER.isEmpty() ? BrowserClient.source() : Files.readString(Path.of(OTHER)));
        Page page = window.page();
        Current current = new Current(server);
        page.exposeFunction("nextPart", ignored -> current.next());
        page.exposeFunction("push", given -> current.push((String) given[0]));
        page.exposeFunction("requests", ignored -> current.site.requests());
        page.navigate(server.url());
        return cases().map(each -> dynamicTest(each.name(), () -> current.check(each, window)))
                .onClose(server::close);
    }

    private static Stream<Case> cases() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(DifferentialTest.class.getResource("/suite/cases"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            List<Case> all = files.sorted().flatMap(DifferentialTest::read).toList();
            assertEquals(all.size(), all.stream().map(Case::name).distinct().count(), "two cases have one name");
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

    /** The case that runs. */
    private static final class Current {
        private final CaseServer server;
        CaseSite site;

        Current(CaseServer server) {
            this.server = server;
            this.site = server.add(new Case("none", "", "", Map.of(), List.of()));
        }

        Object next() {
            site.next();
            return true;
        }

        Object push(String line) {
            site.push(line);
            return true;
        }

        void check(Case shown, Window window) {
            site = server.add(shown);
            List<List<String>> steps = shown.steps().stream()
                    .map(step -> List.of(step.kind(), step.text()))
                    .toList();
            Object failure = window.page()
                    .evaluate("([path, steps]) => runCase(path, steps)", List.of(server.path(site), steps));
            // The harness has heard of them.
            window.takeErrors();
            if (!OTHER.isEmpty() && !shown.differs().isEmpty()) {
                assertFalse(failure.equals(""), shown.name() + ": the other client does not differ here any more");
                abort("differs: " + shown.differs());
            }
            assertEquals("", failure, shown.name());
        }
    }
}
