package dev.lodestar.examples.life;

import dev.lodestar.Template;
import java.util.List;

/**
 * What the page shows, the same to everybody. What is each visitor's own, such as the colour to draw in and the cursor,
 * is in signals: so one rendering does for all.
 *
 * @param size the number of the board's columns, and of its rows
 * @param generation how many generations the board has seen
 * @param population how many cells live
 * @param watching how many browsers show the page
 * @param running whether generations follow by themselves
 * @param speed how many of them in a second
 * @param fastest the most that {@code speed} can be
 * @param layers the living cells
 */
@Template("life.mustache")
record LifePage(
        int size,
        long generation,
        int population,
        int watching,
        boolean running,
        int speed,
        int fastest,
        List<Layer> layers) {
    static LifePage of(Game game, int watching) {
        Board board = game.board();
        return new LifePage(
                Board.SIZE,
                game.generation(),
                board.population(),
                watching,
                game.running(),
                game.speed(),
                Game.FASTEST,
                Layer.of(board));
    }
}
