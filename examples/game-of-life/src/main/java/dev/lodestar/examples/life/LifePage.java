package dev.lodestar.examples.life;

import dev.lodestar.Template;
import java.util.List;

/**
 * What the page shows, the same for everybody. What is personal, such as the colour to draw in and the cursor, is in
 * signals, so that one rendering serves all.
 *
 * @param size the number of columns and rows
 * @param generation the number of generations so far
 * @param population how many cells live
 * @param watching how many browsers show the page
 * @param running whether the game advances by itself
 * @param speed generations per second
 * @param fastest the highest possible {@code speed}
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
