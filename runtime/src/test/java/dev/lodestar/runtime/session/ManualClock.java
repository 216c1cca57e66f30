package dev.lodestar.runtime.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock whose time passes when a test says so, and which it can set. */
final class ManualClock implements InstantSource {
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private Duration passed = Duration.ZERO;

    @Override
    public Instant instant() {
        return now;
    }

    /** The time that has passed, however the clock was set. */
    long nanos() {
        return passed.toNanos();
    }

    void advance(Duration time) {
        now = now.plus(time);
        passed = passed.plus(time);
    }

    /** Sets the clock forward or back, while no time passes. */
    void set(Duration difference) {
        now = now.plus(difference);
    }
}
