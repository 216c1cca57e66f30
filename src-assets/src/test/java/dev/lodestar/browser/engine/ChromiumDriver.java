package dev.lodestar.browser.engine;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.lodestar.browser.Window;
import java.util.List;

/** Chromium through Playwright. */
final class ChromiumDriver implements Driver {
    private final Window window;
    private final Page page;

    ChromiumDriver(Window window) {
        this.window = window;
        this.page = window.page();
    }

    @Override
    public void open(String url) {
        page.navigate(url);
    }

    @Override
    public void reload() {
        page.reload();
    }

    @Override
    public void traverse(int entries) {
        page.evaluate("entries => { setTimeout(() => history.go(entries)) }", entries);
    }

    @Override
    public String evaluate(String expression) {
        try {
            return (String) page.evaluate(expression);
        } catch (PlaywrightException e) {
            throw new ScriptException(e.getMessage(), e);
        }
    }

    @Override
    public void type(String text) {
        page.keyboard().type(text);
    }

    @Override
    public void press(List<String> keys) {
        page.keyboard().press(String.join("+", keys));
    }

    @Override
    public void moveMouse(double x, double y) {
        page.mouse().move(x, y);
    }

    @Override
    public void pressMouse() {
        page.mouse().down();
    }

    @Override
    public void releaseMouse() {
        page.mouse().up();
    }

    /** Playwright itself does not count clicks. */
    @Override
    public void click(int times) {
        for (int i = 1; i <= times; i++) {
            page.mouse().down(new Mouse.DownOptions().setClickCount(i));
            page.mouse().up(new Mouse.UpOptions().setClickCount(i));
        }
    }

    @Override
    public void resize(int width, int height) {
        page.setViewportSize(width, height);
    }

    @Override
    public byte[] screenshot() {
        return page.screenshot();
    }

    @Override
    public List<String> console() {
        return window.console();
    }

    @Override
    public List<String> takeErrors() {
        return window.takeErrors();
    }

    @Override
    public void close() {
        window.close();
    }
}
