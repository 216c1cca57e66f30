package dev.lodestar.examples.life;

import dev.lodestar.Config;
import dev.lodestar.browser.engine.Box;
import dev.lodestar.browser.engine.InEveryEngine;
import dev.lodestar.browser.engine.Mouse;
import dev.lodestar.browser.engine.Protocol;
import dev.lodestar.browser.engine.Tab;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.tls.DevelopmentCertificate;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@InEveryEngine
class LifeMainPathTest {
    /** Moves the mouse to the centre of a cell. */
    private static Mouse over(Tab tab, int column, int row) {
        Box board = tab.box("#board");
        return tab.mouse()
                .move(
                        board.x() + (column + 0.5) * board.width() / Board.SIZE,
                        board.y() + (row + 0.5) * board.height() / Board.SIZE);
    }

    @ParameterizedTest
    @EnumSource
    void twoPeopleDrawOnOneBoard(Protocol protocol, Tab one, Tab other, @TempDir Path folder) throws Exception {
        Config config = Config.defaults().withPort(0);
        try (Server server =
                Main.start(protocol.isEncrypted() ? config.withTls(DevelopmentCertificate.in(folder)) : config)) {
            one.open(server.uri().toString());
            one.awaitText(".pen", "red");
            other.open(server.uri().toString());
            other.awaitText(".pen", "blue");
            other.await("+document.querySelector('#generation').textContent > 3");
            one.click("button >> Stop");
            other.awaitText("#run", "Start");
            other.click("button >> Clear");
            one.awaitValue("", GamePage.CELLS);
            protocol.awaitSpokenBy(one);

            over(one, 10, 20).down().up();
            other.awaitValue("red 10,20", GamePage.CELLS);
            over(other, 5, 5).down();
            over(other, 7, 5).up();
            one.awaitValue("blue 5,5; blue 6,5; blue 7,5; red 10,20", GamePage.CELLS);
            one.awaitText("#population", "4");

            over(one, 10, 20).down().up();
            one.click("button >> Step");
            other.awaitValue("blue 6,4; blue 6,5; blue 6,6", GamePage.CELLS);
            one.focus("#board");
            one.press("ArrowRight");
            one.press(" ");
            other.awaitValue("blue 6,4; blue 6,5; blue 6,6; red 11,20", GamePage.CELLS);
        }
    }
}
