package dev.lodestar.examples.life;

import java.util.stream.IntStream;

/**
 * A straight piece of what a visitor draws. A fast pointer skips cells; a stroke has them all.
 *
 * @param from the number of the first cell
 * @param to the number of the last cell
 * @param erase whether it erases the cells
 */
record Stroke(int from, int to, boolean erase) {
    boolean isOnBoard() {
        return from >= 0 && from < Board.CELLS && to >= 0 && to < Board.CELLS;
    }

    /** The numbers of all its cells. */
    IntStream cells() {
        int column = from % Board.SIZE;
        int row = from / Board.SIZE;
        int right = to % Board.SIZE - column;
        int down = to / Board.SIZE - row;
        int steps = Math.max(1, Math.max(Math.abs(right), Math.abs(down)));
        return IntStream.rangeClosed(0, steps)
                .map(step -> Board.cell(
                        column + Math.round((float) right * step / steps),
                        row + Math.round((float) down * step / steps)));
    }
}
