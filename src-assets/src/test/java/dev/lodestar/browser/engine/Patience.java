package dev.lodestar.browser.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks a page until the answer is right. A script that fails has not found what it asks about yet. */
record Patience(Duration limit) {
    private static final int PAUSE_MILLIS = 15;

    /** Waits until the answer is as expected. */
    void until(String what, @Nullable Object expected, Supplier<@Nullable Object> ask) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            @Nullable Object answer = null;
            @Nullable ScriptException failure = null;
            try {
                answer = ask.get();
            } catch (ScriptException e) {
                failure = e;
            }
            if (failure == null && Objects.equals(expected, answer)) {
                return;
            }
            if (System.nanoTime() > end) {
                assertEquals(
                        expected,
                        failure == null ? answer : failure.getMessage(),
                        "after " + limit.toMillis() / 1000.0 + " s: " + what);
            }
            pause();
        }
    }

    /** Waits for an answer. */
    Object answer(Supplier<@Nullable Object> ask) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                return Objects.requireNonNull(ask.get());
            } catch (ScriptException e) {
                if (System.nanoTime() > end) {
                    throw new AssertionError(e.getMessage() + " after " + limit.toMillis() / 1000.0 + " s", e);
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
