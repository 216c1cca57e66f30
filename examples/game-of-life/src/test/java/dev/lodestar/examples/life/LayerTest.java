package dev.lodestar.examples.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayerTest {
    private static String path(Board board, Colour colour) {
        return Layer.of(board).get(colour.ordinal()).path();
    }

    @Test
    void runsOfAColourAreOneLineEach() {
        Board board = Drawing.board("RR.RB", "R", "", "BBB");

        assertEquals("M0 0h2M3 0h1M0 1h1", path(board, Colour.RED));
        assertEquals("M4 0h1M0 3h3", path(board, Colour.BLUE));
        assertEquals("", path(board, Colour.PINK));
    }

    @Test
    void linesEndAtTheEdge() {
        Board board = Board.EMPTY.with(Colour.RED, IntStream.of(49, 50, Board.CELLS - 1));

        assertEquals("M49 0h1M0 1h1M49 49h1", path(board, Colour.RED));
    }

    @Test
    void evenACrowdedBoardIsSmall() {
        String paths =
                Layer.of(Board.random(new Random(1))).stream().map(Layer::path).collect(Collectors.joining());

        assertTrue(paths.length() < 6 * 1024, paths.length() + " bytes");
    }
}
