package dev.lodestar.examples.life;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All cells of one colour as one SVG path of horizontal lines, each as thick as a cell is high. It takes some 6 bytes
 * for a run of cells, and changes one attribute in each generation: a tenth of what an element for each cell costs.
 *
 * @param colour the colour of the cells
 * @param path the path data; empty if no cell has the colour
 */
record Layer(Colour colour, String path) {
    /** One layer for each colour, even without cells, so that the page's elements stay the same. */
    static List<Layer> of(Board board) {
        return Arrays.stream(Colour.values())
                .map(colour -> new Layer(colour, path(board, colour)))
                .toList();
    }

    private static String path(Board board, Colour colour) {
        StringBuilder path = new StringBuilder();
        int cell = 0;
        while (cell < Board.CELLS) {
            int end = endOfRun(board, colour, cell);
            if (end > cell) {
                path.append('M')
                        .append(cell % Board.SIZE)
                        .append(' ')
                        .append(cell / Board.SIZE)
                        .append('h')
                        .append(end - cell);
            }
            cell = Math.max(end, cell + 1);
        }
        return path.toString();
    }

    /** The first cell from here on that has another colour or is in another row. */
    private static int endOfRun(Board board, @Nullable Colour colour, int cell) {
        int row = cell / Board.SIZE;
        int end = cell;
        while (end < Board.CELLS && end / Board.SIZE == row && board.at(end) == colour) {
            end++;
        }
        return end;
    }
}
