package dev.lodestar.runtime.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock whose time passes when a test says so. */
final class ManualClock implements InstantSource {
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration time) {
        now = now.plus(time);
    }
}
