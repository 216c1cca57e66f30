package dev.lodestar.examples.life;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Boards as text, a line for each row from the top: a colour's initial for a living cell, a dot for a dead one. */
final class Drawing {
    private Drawing() {}

    static Board board(String... rows) {
        Board board = Board.EMPTY;
        for (Colour colour : Colour.values()) {
            board = board.with(
                    colour, IntStream.range(0, Board.CELLS).filter(cell -> initial(rows, cell) == initial(colour)));
        }
        return board;
    }

    /** The upper left part of a board. */
    static String[] rows(Board board, int columns, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> IntStream.range(0, columns)
                        .mapToObj(column -> {
                            Colour colour = board.at(Board.cell(column, row));
                            return String.valueOf(colour == null ? '.' : initial(colour));
                        })
                        .collect(Collectors.joining()))
                .toArray(String[]::new);
    }

    static Board after(int generations, Board board) {
        Board now = board;
        for (int i = 0; i < generations; i++) {
            now = now.next();
        }
        return now;
    }

    /** The board shifted right and down, wrapping around. */
    static Board moved(Board board, int right, int down) {
        Board moved = Board.EMPTY;
        for (Colour colour : Colour.values()) {
            int[] cells = IntStream.range(0, Board.CELLS)
                    .filter(cell -> board.at(cell) == colour)
                    .map(cell -> Board.cell(cell % Board.SIZE + right, cell / Board.SIZE + down))
                    .toArray();
            moved = moved.with(colour, Arrays.stream(cells));
        }
        return moved;
    }

    private static char initial(Colour colour) {
        return colour.name().charAt(0);
    }

    private static char initial(String[] rows, int cell) {
        int row = cell / Board.SIZE;
        int column = cell % Board.SIZE;
        return row < rows.length && column < rows[row].length() ? rows[row].charAt(column) : '.';
    }
}
