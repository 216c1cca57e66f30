package dev.lodestar.examples.life;

import java.util.List;

/**
 * The state of the game. Immutable: every change returns another game.
 *
 * @param board the cells
 * @param generation the number of generations so far
 * @param running whether the game advances by itself
 * @param speed generations per second, 1 to {@link #FASTEST}
 * @param credit grows by {@code speed} with every tick; a generation costs {@link #TICKS}
 */
record Game(Board board, long generation, boolean running, int speed, int credit) {
    /** The highest speed, in generations per second. */
    static final int FASTEST = 20;

    /** How many ticks there are in a second. */
    static final int TICKS = 40;

    /** A running game at ten generations per second. */
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

    /** The same game with other cells, counted from generation 0. */
    Game restart(Board other) {
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

    /** Whether the next tick brings a new generation. */
    boolean isDue() {
        return running && credit + speed >= TICKS;
    }

    /** The game one tick later. */
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
