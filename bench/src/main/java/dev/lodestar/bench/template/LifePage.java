package dev.lodestar.bench.template;

import dev.lodestar.Template;
import dev.lodestar.runtime.html.HtmlOutput;
import java.util.List;

/**
 * The page that shows a board.
 *
 * @param generation how often it changed
 * @param rows its rows
 */
@Template("life.mustache")
public record LifePage(int generation, List<Row> rows) {
    public record Row(List<Cell> cells) {}

    public record Cell(int row, int column, boolean alive) {}

    /** Renders the page; its renderer is visible only in this package. */
    public void render(HtmlOutput out) {
        LifePageRenderer.render(this, out);
    }
}
