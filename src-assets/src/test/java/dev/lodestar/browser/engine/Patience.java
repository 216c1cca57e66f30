package dev.lodestar.browser.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks a page until the answer is as expected. A script that fails does not have the answer yet. */
record Patience(Duration limit) {
    private static final int PAUSE_MILLIS = 15;

    /** Waits until the answer is as expected. */
    void until(String what, @Nullable Object expected, Supplier<@Nullable Object> ask) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Object answer = answerOrFailure(ask);
            if (Objects.equals(expected, answer)) {
                return;
            }
            if (System.nanoTime() > end) {
                assertEquals(expected, answer instanceof ScriptException e ? e.getMessage() : answer, late(what));
            }
            pause();
        }
    }

    /** Waits for an answer other than null. */
    Object answer(Supplier<@Nullable Object> ask) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Object answer = Objects.requireNonNull(answerOrFailure(ask));
            if (!(answer instanceof ScriptException failure)) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(late(failure.getMessage()), failure);
            }
            pause();
        }
    }

    private static @Nullable Object answerOrFailure(Supplier<@Nullable Object> ask) {
        try {
            return ask.get();
        } catch (ScriptException e) {
            return e;
        }
    }

    private String late(@Nullable String what) {
        return "after " + limit.toMillis() / 1000.0 + " s: " + what;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
