package dev.lodestar.bench.piece;

import dev.lodestar.bench.template.LifePage;
import dev.lodestar.runtime.html.HtmlOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A square board of cells, each an element with an id: about 100 KB for 50 by 50. */
final class Board {
    private final Random random = new Random(1);
    private final int size;
    private final boolean[] alive;
    private int generation;

    /** @param size the number of rows, and of cells in each row */
    Board(int size) {
        this.size = size;
        this.alive = new boolean[size * size];
        for (int i = 0; i < alive.length; i++) {
            alive[i] = random.nextInt(4) == 0;
        }
    }

    /** Changes one cell in twenty. */
    void change() {
        generation++;
        random.ints(0, alive.length)
                .distinct()
                .limit(Math.max(1, alive.length / 20))
                .forEach(cell -> alive[cell] = !alive[cell]);
    }

    /** The board as a page. */
    LifePage page() {
        List<LifePage.Row> rows = new ArrayList<>(size);
        for (int row = 0; row < size; row++) {
            List<LifePage.Cell> cells = new ArrayList<>(size);
            for (int column = 0; column < size; column++) {
                cells.add(new LifePage.Cell(row, column, alive[row * size + column]));
            }
            rows.add(new LifePage.Row(cells));
        }
        return new LifePage(generation, rows);
    }

    /** Renders the page into a new buffer. */
    HtmlOutput render() {
        HtmlOutput out = new HtmlOutput();
        page().render(out);
        return out;
    }
}
