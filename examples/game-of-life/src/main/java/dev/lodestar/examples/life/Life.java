package dev.lodestar.examples.life;

import dev.lodestar.Action;
import dev.lodestar.App;
import dev.lodestar.Every;
import dev.lodestar.Hub;
import dev.lodestar.Provides;
import dev.lodestar.Query;
import dev.lodestar.Reply;
import dev.lodestar.Session;
import dev.lodestar.Signal;
import dev.lodestar.View;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/** The application: one game, changed by time and by everybody who watches. */
@App(port = 8081, title = "Game of Life", styles = "life.css", icon = "icon.svg")
public final class Life {
    private final AtomicReference<Game> game;
    private final Visitors visitors = new Visitors();
    private final Random random;
    private final Hub hub;

    Life(Random random, Hub hub) {
        this.game = new AtomicReference<>(Game.of(Board.random(random)));
        this.random = random;
        this.hub = hub;
    }

    @Provides
    static Random random() {
        return new Random();
    }

    @View("/")
    LifePage page() {
        return LifePage.of(game.get(), hub.watching());
    }

    /** The game loop. It ticks faster than the game, which decides when a generation is due. */
    @Every("25ms")
    boolean tick() {
        return game.getAndUpdate(Game::tick).isDue();
    }

    /** Tells the page which colour its visitor draws in. */
    @Action("life/join")
    Reply join(Session session) {
        return Reply.signal("colour", visitors.colour(session).toString());
    }

    @Action("life/start")
    void start() {
        game.updateAndGet(Game::start);
    }

    @Action("life/stop")
    void stop() {
        game.updateAndGet(Game::stop);
    }

    @Action("life/step")
    void step() {
        game.updateAndGet(now -> now.stop().step());
    }

    @Action("life/clear")
    void clear() {
        game.updateAndGet(now -> now.restart(Board.EMPTY));
    }

    @Action("life/random")
    void scatter() {
        Board board = Board.random(random);
        game.updateAndGet(now -> now.restart(board));
    }

    @Action("life/speed")
    Reply speed(@Query("perSecond") int perSecond) {
        if (perSecond < 1 || perSecond > Game.FASTEST) {
            return Reply.error(400, "The speed must be 1 to " + Game.FASTEST + " generations per second.");
        }
        game.updateAndGet(now -> now.withSpeed(perSecond));
        return Reply.changed();
    }

    /** Puts a pattern at a random place, in the visitor's colour. */
    @Action("life/place")
    void place(@Query("pattern") Pattern pattern, Session session) {
        Colour colour = visitors.colour(session);
        int corner = random.nextInt(Board.CELLS);
        game.updateAndGet(now -> now.place(pattern, corner, colour));
    }

    /** Draws in the visitor's colour, and tells the page which one that is: a restart may have changed it. */
    @Action("life/draw")
    Reply draw(@Signal("strokes") List<Stroke> strokes, Session session) {
        if (!strokes.stream().allMatch(Stroke::isOnBoard)) {
            return Reply.error(400, "Cells are numbered 0 to " + (Board.CELLS - 1) + ".");
        }
        Colour colour = visitors.colour(session);
        game.updateAndGet(now -> now.draw(strokes, colour));
        return Reply.signal("colour", colour.toString());
    }
}
