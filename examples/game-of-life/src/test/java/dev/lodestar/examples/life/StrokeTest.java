package dev.lodestar.examples.life;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrokeTest {
    private static String[] drawn(int fromColumn, int fromRow, int toColumn, int toRow) {
        Stroke stroke = new Stroke(Board.cell(fromColumn, fromRow), Board.cell(toColumn, toRow), false);
        return Drawing.rows(Board.EMPTY.with(Colour.RED, stroke.cells()), 4, 4);
    }

    @Test
    void hasEveryCellBetweenItsEnds() {
        assertArrayEquals(new String[] {"RRRR", "....", "....", "...."}, drawn(3, 0, 0, 0));
        assertArrayEquals(new String[] {"R...", ".R..", "..R.", "...R"}, drawn(0, 0, 3, 3));
        assertArrayEquals(new String[] {"...R", "..R.", "..R.", ".R.."}, drawn(3, 0, 1, 3));
        assertArrayEquals(new String[] {"....", "..R.", "....", "...."}, drawn(2, 1, 2, 1));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, false", "0, 2500, false", "2499, 0, true"})
    void knowsWhetherItIsOnTheBoard(int from, int to, boolean on) {
        assertEquals(on, new Stroke(from, to, false).isOnBoard());
    }
}
