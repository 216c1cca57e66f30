package dev.lodestar.runtime.hub;

import dev.lodestar.Config;
import dev.lodestar.runtime.work.TaskTimer;
import java.time.Duration;

/**
 * The times that feeds and subscribers keep to.
 *
 * @param timer the time now
 * @param frameInterval the least time between two frames of one feed
 * @param heartbeat the time after which a silent stream is sent a heartbeat
 * @param stallTime the time after which a stream whose browser takes nothing is closed
 */
record Pace(TaskTimer timer, Duration frameInterval, Duration heartbeat, Duration stallTime) {
    static Pace of(Config config, TaskTimer timer) {
        return new Pace(
                timer,
                config.frameInterval(),
                config.heartbeat(),
                config.limits().stallTime());
    }

    long now() {
        return timer.now();
    }
}
