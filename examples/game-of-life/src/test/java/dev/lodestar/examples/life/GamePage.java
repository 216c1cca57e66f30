package dev.lodestar.examples.life;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import dev.lodestar.browser.Window;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The game in a browser window. Columns and rows count from 0. */
final class GamePage {
    /** A JavaScript expression for the living cells: the colour, column and row of each, sorted. */
    static final String CELLS = """
            [...document.querySelectorAll('#board path:not(.ink)')]
              .flatMap((path) => [...path.getAttribute('d').matchAll(/M(\\d+) (\\d+)h(\\d+)/g)]
                .flatMap(([, x, y, length]) => Array.from({length}, (_, i) => path.className.baseVal + ' ' + (+x + i) + ',' + y)))
              .sort().join('; ')""";

    final Page page;

    private GamePage(Page page) {
        this.page = page;
    }

    static GamePage open(Window window, Object url) {
        window.page().navigate(url.toString());
        GamePage game = new GamePage(window.page());
        assertThat(window.page().locator(".pen")).not().isEmpty();
        return game;
    }

    /** Stops the game and clears the board. */
    GamePage blank() {
        press("Stop");
        assertThat(button("Start")).isVisible();
        press("Clear");
        awaitCells("");
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void press(String name) {
        button(name).click();
    }

    /** Presses the mouse button in the first of some cells, moves over the others, and releases it. */
    void drag(int... columnsAndRows) {
        hover(columnsAndRows[0], columnsAndRows[1]);
        page.mouse().down();
        for (int i = 2; i < columnsAndRows.length; i += 2) {
            hover(columnsAndRows[i], columnsAndRows[i + 1]);
        }
        page.mouse().up();
    }

    void click(int column, int row) {
        drag(column, row);
    }

    void hover(int column, int row) {
        page.mouse().move(x(column), y(row), new Mouse.MoveOptions().setSteps(1));
    }

    double x(int column) {
        BoundingBox box = page.locator("#board").boundingBox();
        return box.x + (column + 0.5) * box.width / Board.SIZE;
    }

    double y(int row) {
        BoundingBox box = page.locator("#board").boundingBox();
        return box.y + (row + 0.5) * box.height / Board.SIZE;
    }

    String cells() {
        return (String) page.evaluate(CELLS);
    }

    void awaitCells(String cells) {
        try {
            page.waitForFunction(
                    "cells => " + CELLS + " === cells", cells, new Page.WaitForFunctionOptions().setTimeout(5000));
        } catch (TimeoutError e) {
            assertEquals(cells, cells());
        }
    }

    /** What {@link #cells()} returns for a board. */
    static String cells(Board board) {
        return IntStream.range(0, Board.CELLS)
                .filter(cell -> board.at(cell) != null)
                .mapToObj(cell -> board.at(cell) + " " + cell % Board.SIZE + "," + cell / Board.SIZE)
                .sorted()
                .collect(Collectors.joining("; "));
    }

    String colour() {
        return page.locator(".pen").textContent();
    }

    int generation() {
        return Integer.parseInt(page.locator("#generation").textContent());
    }

    void awaitGeneration(int atLeast) {
        page.waitForFunction("least => +document.querySelector('#generation').textContent >= least", atLeast);
    }

    void awaitPopulation(int population) {
        assertThat(page.locator("#population"))
                .hasText(Integer.toString(population), new HasTextOptions().setTimeout(20_000));
    }
}
