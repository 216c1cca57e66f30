package dev.lodestar.examples.life;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.lodestar.Config;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Screen;
import dev.lodestar.browser.Touch;
import dev.lodestar.browser.Window;
import dev.lodestar.process.ServerProcess;
import dev.lodestar.runtime.Server;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@InBrowser
class LifeBrowserTest {
    private Server server;

    @BeforeEach
    void start() {
        server = Main.start(Config.defaults().withPort(0));
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void twoWindowsSeeTheSameGenerations(Window one, Window other) {
        GamePage first = GamePage.open(one, server.uri());
        GamePage second = GamePage.open(other, server.uri());
        String remember = """
                window.seen = {};
                new MutationObserver(() => {
                  const paths = [...document.querySelectorAll('#board path:not(.ink)')].map((path) => path.getAttribute('d'));
                  seen[document.querySelector('#generation').textContent] = paths.join();
                }).observe(document.querySelector('#lodestar'), {subtree: true, childList: true, attributes: true, characterData: true})""";
        first.page.evaluate(remember);
        second.page.evaluate(remember);

        first.awaitGeneration(first.generation() + 15);
        second.awaitGeneration(first.generation());

        Map<?, ?> seen = (Map<?, ?>) first.page.evaluate("seen");
        Map<?, ?> alsoSeen = (Map<?, ?>) second.page.evaluate("seen");
        seen.keySet().retainAll(alsoSeen.keySet());
        assertTrue(seen.size() >= 8, "generations seen by both: " + seen.keySet());
        seen.forEach((generation, paths) -> assertEquals(paths, alsoSeen.get(generation), "generation " + generation));
    }

    @Test
    void clickDrawsInTheVisitorsOwnColour(Window one, Window other) {
        GamePage first = GamePage.open(one, server.uri()).blank();
        GamePage second = GamePage.open(other, server.uri());
        assertNotEquals(first.colour(), second.colour());

        first.click(10, 20);
        second.awaitCells("red 10,20");
        second.click(0, 0);
        second.click(49, 49);
        first.awaitCells("blue 0,0; blue 49,49; red 10,20");
        second.awaitCells("blue 0,0; blue 49,49; red 10,20");
    }

    @Test
    void dragDrawsALineWithoutGaps(Window one, Window other) {
        GamePage first = GamePage.open(one, server.uri()).blank();
        GamePage second = GamePage.open(other, server.uri());

        first.drag(5, 5, 30, 12, 30, 40);

        Board expected = Board.EMPTY
                .with(Colour.RED, new Stroke(Board.cell(5, 5), Board.cell(30, 12), false).cells())
                .with(Colour.RED, new Stroke(Board.cell(30, 12), Board.cell(30, 40), false).cells());
        second.awaitCells(GamePage.cells(expected));
        first.awaitCells(GamePage.cells(expected));
    }

    @Test
    void dragShowsAtOnceAndWaitsForTheServerWithTheRest(Window window) {
        GamePage game = GamePage.open(window, server.uri()).blank();
        game.page.evaluate("""
                () => {
                  window.sent = [];
                  const ready = new Promise((answer) => window.answer = answer);
                  const ask = fetch;
                  window.fetch = async (url, options) => {
                    sent.push(JSON.parse(options.body).strokes.length);
                    await ready;
                    return ask(url, options);
                  }
                }""");

        game.drag(5, 5, 6, 5, 7, 5, 8, 5, 9, 5, 10, 5, 11, 5, 12, 5);
        assertThat(game.page.locator(".ink")).hasAttribute("d", "M5 5h1M6 5h1M7 5h1M8 5h1M9 5h1M10 5h1M11 5h1M12 5h1");
        assertEquals("", game.cells());

        game.page.evaluate("answer()");
        Stroke whole = new Stroke(Board.cell(5, 5), Board.cell(12, 5), false);
        game.awaitCells(GamePage.cells(Board.EMPTY.with(Colour.RED, whole.cells())));
        assertThat(game.page.locator(".ink")).hasAttribute("d", "");
        assertEquals(List.of(1, 7), game.page.evaluate("sent"));
    }

    @Test
    void dragFromALivingCellErases(Window one, Window other) {
        GamePage first = GamePage.open(one, server.uri()).blank();
        GamePage second = GamePage.open(other, server.uri());
        first.drag(5, 5, 9, 5);
        second.awaitCells("red 5,5; red 6,5; red 7,5; red 8,5; red 9,5");

        second.drag(6, 5, 8, 5, 8, 8);
        first.awaitCells("red 5,5; red 9,5");
        second.awaitCells("red 5,5; red 9,5");
    }

    @Test
    void dragThatLeavesTheBoardDrawsNoLineToWhereItComesBack(Window window) {
        GamePage game = GamePage.open(window, server.uri()).blank();

        game.drag(1, 0, 1, -3, 20, -3, 20, 0);

        game.awaitCells("red 1,0; red 20,0");
    }

    @Test
    void fingerDraws(Window one, Window other) {
        GamePage first = GamePage.open(one, server.uri()).blank();
        GamePage second = GamePage.open(other, server.uri());
        Touch touch = Touch.on(first.page);

        touch.start(first.x(5), first.y(5));
        touch.move(first.x(5), first.y(8));
        touch.end();

        second.awaitCells("red 5,5; red 5,6; red 5,7; red 5,8");
        assertEquals(0, first.page.evaluate("scrollY"));
    }

    @Test
    void keyboardMovesDrawsAndErases(Window one, Window other) {
        GamePage first = GamePage.open(one, server.uri()).blank();
        GamePage second = GamePage.open(other, server.uri());
        first.page.locator("#board").focus();

        for (String key : new String[] {"ArrowRight", "ArrowDown", " ", "ArrowLeft", "ArrowLeft", "Enter"}) {
            first.page.keyboard().press(key);
        }
        second.awaitCells("red 24,26; red 26,26");
        first.awaitCells("red 24,26; red 26,26");
        assertThat(first.page.locator("#said")).hasText("Column 25, row 27, alive");
        assertThat(first.page.locator(".cursor")).isVisible();

        first.page.keyboard().press("Space");
        second.awaitCells("red 26,26");
        assertThat(first.page.locator("#said")).hasText("Column 25, row 27, empty");
        first.page.keyboard().press("ArrowRight");
        first.page.keyboard().press("ArrowRight");
        assertThat(first.page.locator("#said")).hasText("Column 27, row 27, alive");
    }

    @Test
    void keyboardCursorGoesAroundTheBoard(Window window) {
        GamePage game = GamePage.open(window, server.uri()).blank();
        game.click(0, 0);
        game.awaitCells("red 0,0");
        game.page.keyboard().press("ArrowLeft");
        game.page.keyboard().press("ArrowUp");
        game.page.keyboard().press("Enter");

        game.awaitCells("red 0,0; red 49,49");
    }

    @Test
    void startsStopsAndSteps(Window one, Window other) {
        GamePage first = GamePage.open(one, server.uri()).blank();
        GamePage second = GamePage.open(other, server.uri());
        first.drag(5, 5, 7, 5);
        second.awaitCells("red 5,5; red 6,5; red 7,5");
        int before = first.generation();

        first.press("Step");
        second.awaitCells("red 6,4; red 6,5; red 6,6");
        assertEquals(before + 1, second.generation());

        second.press("Start");
        assertThat(first.button("Stop")).isVisible();
        first.awaitGeneration(before + 6);
        second.awaitGeneration(before + 6);

        first.press("Stop");
        assertThat(first.button("Start")).isVisible();
        assertThat(second.button("Start")).isVisible();
        assertEquals(first.generation(), second.generation());
        assertEquals(first.cells(), second.cells());
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 1500, 5000", "20, 40, 1000, 3500"})
    void speedIsGenerationsPerSecond(int speed, int generations, int least, int most, Window one, Window other) {
        GamePage first = GamePage.open(one, server.uri());
        GamePage second = GamePage.open(other, server.uri());
        first.page.locator("#speed").focus();
        first.page.keyboard().press(speed == 1 ? "Home" : "End");
        assertThat(second.page.locator("output")).hasText(speed + "/s");
        assertThat(second.page.locator("#speed")).hasValue(Integer.toString(speed));

        second.awaitGeneration(second.generation() + 1);
        int from = second.generation();
        long began = System.nanoTime();
        second.awaitGeneration(from + generations);
        long millis = (System.nanoTime() - began) / 1_000_000;

        assertTrue(least <= millis && millis <= most, generations + " generations took " + millis + " ms");
    }

    @Test
    void putsPatternsOnTheBoard(Window one, Window other) {
        GamePage first = GamePage.open(one, server.uri()).blank();
        GamePage second = GamePage.open(other, server.uri());
        Map<String, Integer> populations =
                Map.of("Glider", 5, "Spaceship", 9, "Acorn", 7, "Pulsar", 48, "Pentadecathlon", 12, "Gosper gun", 36);

        populations.forEach((name, population) -> {
            first.press(name);
            second.awaitPopulation(population);
            assertEquals(population, second.cells().split("red ").length - 1, name);
            first.press("Clear");
            second.awaitCells("");
        });
    }

    @Test
    void fillsTheBoardAtRandomAndClearsIt(Window one, Window other) {
        GamePage first = GamePage.open(one, server.uri()).blank();
        GamePage second = GamePage.open(other, server.uri());

        first.press("Random");
        assertThat(second.page.locator("#population")).not().hasText("0");
        assertTrue(second.cells().split(";").length > 400);

        second.press("Clear");
        first.awaitCells("");
        assertEquals(0, first.generation());
    }

    @Test
    void visitorKeepsTheColour(Window one, Window other) {
        GamePage first = GamePage.open(one, server.uri());
        GamePage second = GamePage.open(other, server.uri());
        String colour = second.colour();

        assertEquals(colour, GamePage.open(other, server.uri()).colour());
        assertNotEquals(colour, first.colour());
    }

    @Test
    void bothWindowsRecoverFromAKilledServer(Window one, Window other) throws IOException {
        try (ServerProcess process = ServerProcess.serve(Main.class, Map.of())) {
            GamePage first = GamePage.open(one, process.uri()).blank();
            GamePage second = GamePage.open(other, process.uri());
            first.click(3, 4);
            second.awaitCells("red 3,4");

            process.kill();
            try (ServerProcess again = process.serveAgain()) {
                // A new process begins with a new, running board; the pages show it without being reloaded.
                first.page.waitForSelector("#run:text('Stop')", new Page.WaitForSelectorOptions().setTimeout(20_000));
                second.page.waitForSelector("#run:text('Stop')", new Page.WaitForSelectorOptions().setTimeout(20_000));
                second.blank();
                // The first to draw is now the first visitor again, and the page is told so.
                second.click(7, 8);
                first.awaitCells("red 7,8");
                assertThat(second.page.locator(".pen")).hasText("red");
                again.kill();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void fitsTheScreen(Screen screen, Window window) {
        screen.show(window.page());
        GamePage.open(window, server.uri());

        assertTrue(window.fits());
        double side = window.page().locator("#board").boundingBox().width;
        assertEquals(0, side % Board.SIZE, "the board's side is " + side + " pixels");
    }
}
