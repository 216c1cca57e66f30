package dev.lodestar.bench.piece;

import dev.lodestar.runtime.html.HtmlOutput;
import java.util.Random;

/** A board of 50 by 50 cells, each an element with an id: about 100 KB. */
final class Board {
    private static final int SIZE = 50;
    private static final int CHANGES = SIZE * SIZE / 20;

    private final Random random = new Random(1);
    private final boolean[] alive = new boolean[SIZE * SIZE];
    private int generation;

    Board() {
        for (int i = 0; i < alive.length; i++) {
            alive[i] = random.nextInt(4) == 0;
        }
    }

    /** Changes one cell in twenty. */
    void change() {
        generation++;
        random.ints(0, alive.length).distinct().limit(CHANGES).forEach(cell -> alive[cell] = !alive[cell]);
    }

    /** Renders the page into a new buffer. */
    byte[] render() {
        HtmlOutput out = new HtmlOutput();
        put(out, "<main><h1>Life</h1><p>Generation <output id=\"generation\">");
        out.text(generation);
        put(out, "</output></p>\n<table id=\"board\"><tbody>\n");
        for (int row = 0; row < SIZE; row++) {
            put(out, "<tr>");
            for (int column = 0; column < SIZE; column++) {
                put(out, "<td id=\"c" + row + "-" + column + "\" class=\"cell");
                put(out, alive[row * SIZE + column] ? " alive\">●</td>" : "\">○</td>");
            }
            put(out, "</tr>\n");
        }
        put(out, "</tbody></table></main>\n");
        return out.toByteArray();
    }

    private static void put(HtmlOutput out, String markup) {
        out.raw(HtmlOutput.utf8(markup));
    }
}
