package dev.lodestar.browser.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A browser tab with separate cookies and storage, in any engine. Not thread-safe.
 *
 * <p>A selector is a CSS selector and stands for its first match. {@code "button >> Save"} stands for the first match
 * with that name, which is its {@code aria-label}, or its text if it has none.
 */
public final class Tab {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Engine engine;
    private final Driver driver;
    private final Patience patience;

    Tab(Engine engine, Driver driver) {
        this(engine, driver, PATIENCE);
    }

    private Tab(Engine engine, Driver driver, Duration limit) {
        this.engine = engine;
        this.driver = driver;
        this.patience = new Patience(limit);
    }

    /** The tab's engine. */
    public Engine engine() {
        return engine;
    }

    /** This tab with another time limit for waiting, instead of 10 s. */
    public Tab patient(Duration limit) {
        return new Tab(engine, driver, limit);
    }

    /** Opens a URL and waits for the page's {@code load} event. */
    public void open(String url) {
        driver.open(url);
    }

    /** Reloads the page and waits for its {@code load} event. */
    public void reload() {
        driver.reload();
    }

    /** Goes back in the history, and waits until the other page, or the other position in this page, is there. */
    public void back() {
        traverse(-1);
    }

    /** Goes forward in the history, like {@link #back()}. */
    public void forward() {
        traverse(1);
    }

    private void traverse(int entries) {
        String page = "location.href + ' ' + performance.timeOrigin";
        Object before = evaluate(page);
        driver.traverse(entries);
        await("before => document.readyState === 'complete' && before !== " + page, before);
    }

    /** The URL of the page. */
    public String url() {
        return (String) Objects.requireNonNull(evaluate("location.href"));
    }

    /**
     * Evaluates JavaScript in the page, and awaits promises.
     *
     * @param expression an expression, or a function to call with the arguments
     * @param arguments values that JSON can represent: null, booleans, numbers, strings, lists, maps
     * @return null, also for {@code undefined}; a {@link Boolean}, an {@link Integer} (for every whole number in
     *     range), a {@link Double}, a {@link String}, a {@link List} or a {@link java.util.Map}
     * @throws ScriptException if it throws or cannot run
     */
    public @Nullable Object evaluate(String expression, @Nullable Object... arguments) {
        return Script.unpack(driver.evaluate(Script.pack(expression, arguments)));
    }

    /** Waits until JavaScript, as in {@link #evaluate}, returns something truthy. */
    public void await(String condition, @Nullable Object... arguments) {
        String truthy = "async (...given) => { const asked = (" + condition
                + "\n); return !!await (typeof asked === 'function' ? asked(...given) : asked) }";
        patience.until(condition, true, () -> evaluate(truthy, arguments));
    }

    /** Waits until JavaScript, as in {@link #evaluate}, returns the expected value. */
    public void awaitValue(@Nullable Object expected, String expression, @Nullable Object... arguments) {
        patience.until(expression, expected, () -> evaluate(expression, arguments));
    }

    /** Waits until the matches of a selector have these texts, with white space collapsed. */
    public void awaitText(String selector, String... texts) {
        patience.until("the text of " + selector, List.of(texts), () -> texts(selector));
    }

    /** Waits until a form control has this value. */
    public void awaitValueOf(String selector, String value) {
        patience.until("the value of " + selector, value, () -> evaluate(Selector.VALUE, selector));
    }

    /** Waits until an element has the focus. */
    public void awaitFocus(String selector) {
        patience.until("the focus of " + selector, true, () -> evaluate(Selector.FOCUSED, selector));
    }

    /** Waits until a match of the selector is visible, scrolling if necessary. */
    public void awaitVisible(String selector) {
        patience.until("the visibility of " + selector, true, () -> evaluate(Selector.VISIBLE, selector));
    }

    /** Waits until no match of the selector is visible, because there is none or it is hidden. */
    public void awaitHidden(String selector) {
        patience.until("the visibility of " + selector, false, () -> evaluate(Selector.VISIBLE, selector));
    }

    /** The texts of the selector's matches, with white space collapsed. */
    public List<?> texts(String selector) {
        return (List<?>) Objects.requireNonNull(evaluate(Selector.TEXTS, selector));
    }

    /** The position and size of an element. */
    public Box box(String selector) {
        List<?> numbers = (List<?>) Objects.requireNonNull(evaluate(Selector.BOX, selector));
        return new Box(number(numbers, 0), number(numbers, 1), number(numbers, 2), number(numbers, 3));
    }

    /** Clicks the middle of an element once it is there and not covered. */
    public void click(String selector) {
        moveTo(selector);
        driver.click(1);
    }

    /** Double-clicks the middle of an element once it is there and not covered. */
    public void doubleClick(String selector) {
        moveTo(selector);
        driver.click(2);
    }

    /** Moves the mouse to the middle of an element once it is there and not covered. */
    public void moveTo(String selector) {
        List<?> middle = (List<?>) patience.answer(() -> evaluate(Selector.MIDDLE, selector));
        driver.moveMouse(number(middle, 0), number(middle, 1));
    }

    /** Drags from the middle of one element to the middle of another in five steps. */
    public void drag(String from, String to) {
        moveTo(from);
        driver.pressMouse();
        Box start = box(from);
        Box end = box(to);
        for (int i = 1; i <= 5; i++) {
            driver.moveMouse(
                    between(start.x() + start.width() / 2, end.x() + end.width() / 2, i / 5.0),
                    between(start.y() + start.height() / 2, end.y() + end.height() / 2, i / 5.0));
        }
        driver.releaseMouse();
    }

    private static double between(double from, double to, double part) {
        return from + (to - from) * part;
    }

    /** The mouse, for anything that the other methods cannot do. */
    public Mouse mouse() {
        return new Mouse(driver);
    }

    /** Focuses an element by script. */
    public void focus(String selector) {
        patience.answer(() -> {
            evaluate(Selector.FOCUS, selector);
            return true;
        });
    }

    /** Types text into the focused element. {@code \n} presses Enter, {@code \t} presses Tab. */
    public void type(String text) {
        for (String part : text.split("(?<=[\n\t])|(?=[\n\t])")) {
            switch (part) {
                case "\n" -> press("Enter");
                case "\t" -> press("Tab");
                default -> driver.type(part);
            }
        }
    }

    /** Focuses an element and types text at its caret. */
    public void type(String selector, String text) {
        focus(selector);
        type(text);
    }

    /** Replaces the text of a field, by keyboard. */
    public void fill(String selector, String text) {
        focus(selector);
        press("Control+a");
        press("Delete");
        type(text);
    }

    /**
     * Presses a key, named as in {@code KeyboardEvent.key}, or several together: {@code "Enter"}, {@code "Control+z"}.
     */
    public void press(String keys) {
        driver.press(List.of(keys.split("\\+(?=.)")));
    }

    /** Chooses an option of a {@code <select>} by its label, with arrow keys, which choose each option on the way. */
    public void select(String selector, String label) {
        focus(selector);
        int steps = (Integer) patience.answer(() -> evaluate(Selector.STEPS, selector, label));
        for (int i = 0; i < Math.abs(steps); i++) {
            press(steps < 0 ? "ArrowUp" : "ArrowDown");
        }
        patience.until("the choice of " + selector, label, () -> evaluate(Selector.CHOICE, selector));
    }

    /** Sets the size of the viewport in CSS pixels, initially 1280 by 720. WebKit's is at least 450 wide. */
    public void resize(int width, int height) {
        driver.resize(width, height);
        await("(width, height) => innerWidth === width && innerHeight === height", width, height);
    }

    /** Saves a PNG picture of the viewport. */
    public void screenshot(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, driver.screenshot());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Everything written to the console so far, as {@code type: text}. In WebKit, from the {@code load} event on.
     */
    public List<String> console() {
        return driver.console();
    }

    /**
     * The uncaught errors and console errors since the last call, oldest first. In WebKit, from the {@code load} event
     * on.
     */
    public List<String> takeErrors() {
        return driver.takeErrors();
    }

    void close() {
        driver.close();
    }

    private static double number(List<?> numbers, int index) {
        return ((Number) numbers.get(index)).doubleValue();
    }
}
