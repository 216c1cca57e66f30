package dev.lodestar.runtime.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test advances and adjusts. */
final class ManualClock implements InstantSource {
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private Duration passed = Duration.ZERO;

    @Override
    public Instant instant() {
        return now;
    }

    /** Returns the time that has passed, however the clock was adjusted. */
    long nanos() {
        return passed.toNanos();
    }

    void advance(Duration time) {
        now = now.plus(time);
        passed = passed.plus(time);
    }

    /** Sets the clock forward or back, without any time passing. */
    void set(Duration difference) {
        now = now.plus(difference);
    }
}
