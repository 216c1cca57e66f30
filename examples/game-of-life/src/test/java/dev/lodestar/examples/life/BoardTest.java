package dev.lodestar.examples.life;

import static dev.lodestar.examples.life.Drawing.after;
import static dev.lodestar.examples.life.Drawing.board;
import static dev.lodestar.examples.life.Drawing.moved;
import static dev.lodestar.examples.life.Drawing.rows;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardTest {
    @Test
    void blinkerBlinks() {
        Board blinker = board("", ".RRR");

        assertArrayEquals(new String[] {"..R..", "..R..", "..R.."}, rows(blinker.next(), 5, 3));
        assertEquals(blinker, after(2, blinker));
    }

    @ParameterizedTest
    @ValueSource(strings = {".RR/.RR", "..R/.R.R/..R", ".RR./R..R/.RR.", ".R./R.R/.RR"})
    void stillLifesStay(String drawing) {
        Board still = moved(board(drawing.split("/")), -1, -1);

        assertNotEquals(Board.EMPTY, still);
        assertEquals(still, still.next());
    }

    @Test
    void gliderGoesAroundTheBoardAndComesBack() {
        Board glider = board(".R", "..R", "RRR");

        assertEquals(moved(glider, 1, 1), after(4, glider));
        assertEquals(moved(glider, -2, -2), after(4 * (Board.SIZE - 2), glider));
        assertEquals(glider, after(4 * Board.SIZE, glider));
    }

    @Test
    void lonelyAndCrowdedCellsEnd() {
        assertEquals(Board.EMPTY, board("RR").next());
        assertArrayEquals(
                new String[] {"R.R", "...", "R.R"},
                rows(board("RRR", "RRR", "RRR").next(), 3, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RRB", "RBR", "BRR", "RRR"})
    void bornCellsTakeTheColourOfMostParents(String parents) {
        Board born = moved(board(parents), 1, 1).next();

        assertEquals(Colour.RED, born.at(Board.cell(2, 0)));
        assertEquals(Colour.RED, born.at(Board.cell(2, 2)));
    }

    @Test
    void bornCellsTakeTheFirstParentsColourIfAllDiffer() {
        Board born = moved(board("GBR"), 1, 1).next();

        assertEquals(Colour.GREEN, born.at(Board.cell(2, 0)));
    }

    @Test
    void livingCellsKeepTheirColour() {
        Board block = moved(board("RB", "GV"), -1, -1);

        assertEquals(block, block.next());
    }

    @Test
    void changingCellsLeavesTheOriginalAsItWas() {
        Board blinker = board("RRR");
        Board changed = blinker.with(Colour.BLUE, IntStream.of(0, 3)).with(null, IntStream.of(1));

        assertEquals(board("RRR"), blinker);
        assertEquals(board("B.RB"), changed);
        assertEquals(3, changed.population());
    }

    @Test
    void randomBoardHasAllColours() {
        Board random = Board.random(new Random(1));

        assertEquals(Board.CELLS / 4.0, random.population(), 100);
        for (Colour colour : Colour.values()) {
            assertTrue(IntStream.range(0, Board.CELLS).anyMatch(cell -> random.at(cell) == colour), colour.name());
        }
    }
}
