package dev.lodestar.examples.life;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A square board whose opposite edges meet, at one moment. The cells are numbered row by row, from the upper left
 * corner. Immutable.
 */
final class Board {
    /** The number of columns and rows. */
    static final int SIZE = 50;

    /** The number of cells. */
    static final int CELLS = SIZE * SIZE;

    /** A board without living cells. */
    static final Board EMPTY = new Board(new Colour[CELLS]);

    /** The eight neighbours of each cell, in reading order. */
    private static final int[][] AROUND =
            IntStream.range(0, CELLS).mapToObj(Board::around).toArray(int[][]::new);

    /** Null for dead cells. */
    private final @Nullable Colour[] cells;

    private Board(@Nullable Colour[] cells) {
        this.cells = cells;
    }

    /** A board on which about a quarter of the cells live, in random colours. */
    static Board random(RandomGenerator random) {
        Colour[] colours = Colour.values();
        @Nullable Colour[] cells = new Colour[CELLS];
        Arrays.setAll(cells, cell -> random.nextInt(4) == 0 ? colours[random.nextInt(colours.length)] : null);
        return new Board(cells);
    }

    /** The number of the cell at a column and a row, both of which wrap around. */
    static int cell(int column, int row) {
        return Math.floorMod(column, SIZE) + SIZE * Math.floorMod(row, SIZE);
    }

    /** The colour of a cell, or null if it is dead. */
    @Nullable
    Colour at(int cell) {
        return cells[cell];
    }

    /** How many cells live. */
    int population() {
        return (int) Arrays.stream(cells).filter(Objects::nonNull).count();
    }

    /** This board with some cells brought to life in a colour, or killed if the colour is null. */
    Board with(@Nullable Colour colour, IntStream changed) {
        @Nullable Colour[] copy = cells.clone();
        changed.forEach(cell -> copy[cell] = colour);
        return new Board(copy);
    }

    /** The next generation. */
    Board next() {
        @Nullable Colour[] next = new Colour[CELLS];
        Arrays.setAll(next, this::fate);
        return new Board(next);
    }

    private @Nullable Colour fate(int cell) {
        int living = 0;
        for (int neighbour : AROUND[cell]) {
            if (cells[neighbour] != null) {
                living++;
            }
        }
        if (living == 3 && cells[cell] == null) {
            return inherited(AROUND[cell]);
        }
        return living == 2 || living == 3 ? cells[cell] : null;
    }

    /** The colour of most of the three parents; the first parent's if all differ. */
    private Colour inherited(int[] neighbours) {
        Colour[] parents = new Colour[3];
        int found = 0;
        for (int neighbour : neighbours) {
            Colour colour = cells[neighbour];
            if (colour != null) {
                parents[found++] = colour;
            }
        }
        return parents[1] == parents[2] ? parents[1] : parents[0];
    }

    private static int[] around(int cell) {
        int column = cell % SIZE;
        int row = cell / SIZE;
        return IntStream.range(0, 9)
                .filter(place -> place != 4)
                .map(place -> cell(column + place % 3 - 1, row + place / 3 - 1))
                .toArray();
    }

    /** Boards are equal if the same cells live in the same colours. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Board board && Arrays.equals(board.cells, cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }
}
