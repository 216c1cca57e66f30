package dev.lodestar.examples.life;

import static dev.lodestar.examples.life.Drawing.after;
import static dev.lodestar.examples.life.Drawing.moved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternTest {
    private static Board alone(Pattern pattern, int column, int row) {
        return pattern.on(Board.EMPTY, Board.cell(column, row), Colour.TEAL);
    }

    @ParameterizedTest
    @CsvSource({"PULSAR, 3", "PENTADECATHLON, 15"})
    void oscillatorsComeBackAfterTheirPeriod(Pattern pattern, int period) {
        Board board = alone(pattern, 20, 20);

        for (int generation = 1; generation < period; generation++) {
            assertNotEquals(board, after(generation, board));
        }
        assertEquals(board, after(period, board));
    }

    @ParameterizedTest
    @CsvSource({"GLIDER, 1, 1", "SPACESHIP, -2, 0"})
    void shipsSail(Pattern pattern, int right, int down) {
        Board board = alone(pattern, 48, 48);

        assertEquals(moved(board, right, down), after(4, board));
    }

    @Test
    void gunIsItselfAgainAndAGliderMoreAfter30Generations() {
        Board gun = alone(Pattern.GOSPER_GUN, 5, 5);

        assertEquals(36, gun.population());
        assertEquals(41, after(30, gun).population());
        assertEquals(46, after(60, gun).population());
    }

    @Test
    void acornGrows() {
        Board acorn = alone(Pattern.ACORN, 22, 24);

        assertEquals(7, acorn.population());
        assertTrue(after(100, acorn).population() > 50);
    }

    @Test
    void replacesWhatWasThereAndNothingElse() {
        Board full = Board.EMPTY.with(Colour.RED, new Stroke(0, Board.SIZE - 1, false).cells());
        Board board = Pattern.GLIDER.on(full, Board.cell(0, 0), Colour.BLUE);

        assertEquals(".B.RRR", Drawing.rows(board, 6, 1)[0]);
    }
}
