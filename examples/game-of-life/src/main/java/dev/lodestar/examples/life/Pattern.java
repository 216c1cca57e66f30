package dev.lodestar.examples.life;

import java.util.stream.IntStream;

/** A pattern to put on the board. */
enum Pattern {
    GLIDER("""
            .O.
            ..O
            OOO
            """),
    SPACESHIP("""
            .O..O
            O....
            O...O
            OOOO.
            """),
    PULSAR("""
            ..OOO...OOO..
            .............
            O....O.O....O
            O....O.O....O
            O....O.O....O
            ..OOO...OOO..
            .............
            ..OOO...OOO..
            O....O.O....O
            O....O.O....O
            O....O.O....O
            .............
            ..OOO...OOO..
            """),
    PENTADECATHLON("""
            ..O....O..
            OO.OOOO.OO
            ..O....O..
            """),
    ACORN("""
            .O.....
            ...O...
            OO..OOO
            """),
    GOSPER_GUN("""
            ........................O...........
            ......................O.O...........
            ............OO......OO............OO
            ...........O...O....OO............OO
            OO........O.....O...OO..............
            OO........O...O.OO....O.O...........
            ..........O.....O.......O...........
            ...........O...O....................
            ............OO......................
            """);

    private final String[] rows;

    Pattern(String drawing) {
        this.rows = drawing.split("\n");
    }

    /** The board with this pattern on it, in place of what was there; {@code corner} is its upper left cell. */
    Board on(Board board, int corner, Colour colour) {
        int column = corner % Board.SIZE;
        int row = corner / Board.SIZE;
        return board.with(null, cells(column, row, '.')).with(colour, cells(column, row, 'O'));
    }

    private IntStream cells(int column, int row, char mark) {
        return IntStream.range(0, rows.length)
                .flatMap(y -> IntStream.range(0, rows[y].length())
                        .filter(x -> rows[y].charAt(x) == mark)
                        .map(x -> Board.cell(column + x, row + y)));
    }
}
