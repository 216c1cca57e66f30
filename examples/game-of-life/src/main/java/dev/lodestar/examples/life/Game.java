package dev.lodestar.examples.life;

import java.util.List;

/**
 * The board in time. Immutable: whatever happens makes another game.
 *
 * @param board the cells
 * @param generation how many generations the board has seen
 * @param running whether generations follow by themselves
 * @param speed how many of them in a second, 1 to {@link #FASTEST}
 * @param credit how much of the next one's time has passed: a second's worth is {@link #TICKS}
 */
record Game(Board board, long generation, boolean running, int speed, int credit) {
    /** The most generations in a second. */
    static final int FASTEST = 20;

    /** How often a second the game is told that time passes. */
    static final int TICKS = 40;

    /** A running game, ten generations a second. */
    static Game of(Board board) {
        return new Game(board, 0, true, 10, 0);
    }

    Game start() {
        return new Game(board, generation, true, speed, credit);
    }

    Game stop() {
        return new Game(board, generation, false, speed, 0);
    }

    Game step() {
        return new Game(board.next(), generation + 1, running, speed, credit);
    }

    Game withSpeed(int perSecond) {
        return new Game(board, generation, running, perSecond, 0);
    }

    /** The same game on other cells, counted from generation 0. */
    Game anew(Board other) {
        return new Game(other, 0, running, speed, credit);
    }

    Game place(Pattern pattern, int corner, Colour colour) {
        return with(pattern.on(board, corner, colour));
    }

    Game draw(List<Stroke> strokes, Colour colour) {
        Board drawn = board;
        for (Stroke stroke : strokes) {
            drawn = drawn.with(stroke.erase() ? null : colour, stroke.cells());
        }
        return with(drawn);
    }

    /** Whether the next tick brings a generation. */
    boolean isDue() {
        return running && credit + speed >= TICKS;
    }

    /** What becomes of it in a {@link #TICKS}th of a second. */
    Game tick() {
        if (!running) {
            return this;
        }
        return isDue() ? step().withCredit(credit + speed - TICKS) : withCredit(credit + speed);
    }

    private Game with(Board other) {
        return new Game(other, generation, running, speed, credit);
    }

    private Game withCredit(int other) {
        return new Game(board, generation, running, speed, other);
    }
}
