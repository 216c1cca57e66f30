package dev.lodestar.examples.life;

import static dev.lodestar.examples.life.Drawing.board;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GameTest {
    private static final Game GAME = Game.of(board("RRR"));

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 10, 13, 20})
    void speedIsGenerationsPerSecond(int speed) {
        Game game = GAME.withSpeed(speed);
        for (int tick = 0; tick < 3 * Game.TICKS; tick++) {
            long before = game.generation();
            boolean due = game.isDue();
            game = game.tick();
            assertEquals(due ? before + 1 : before, game.generation());
        }

        assertEquals(3 * speed, game.generation());
        assertEquals(Drawing.after(3 * speed, GAME.board()), game.board());
    }

    @Test
    void stoppedGameOnlySteps() {
        Game stopped = GAME.stop();

        assertFalse(stopped.isDue());
        assertSame(stopped, stopped.tick());
        assertEquals(1, stopped.step().generation());
        assertEquals(board("RRR").next(), stopped.step().board());
        assertFalse(stopped.step().running());
    }

    @Test
    void drawsAndErasesInTheOrderOfTheStrokes() {
        Game drawn = GAME.draw(
                List.of(new Stroke(0, 4, false), new Stroke(1, 2, true), new Stroke(2, 2, false)), Colour.BLUE);

        assertEquals(board("B.BBB"), drawn.board());
    }

    @Test
    void restartBeginsAtGenerationZero() {
        Game restarted = GAME.step().restart(Board.EMPTY);

        assertEquals(0, restarted.generation());
        assertEquals(Board.EMPTY, restarted.board());
    }
}
