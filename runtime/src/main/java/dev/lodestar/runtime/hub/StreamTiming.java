package dev.lodestar.runtime.hub;

import dev.lodestar.Config;
import dev.lodestar.runtime.work.TaskTimer;
import java.time.Duration;

/**
 * The intervals and timeouts of feeds and streams, and the clock that they go by.
 *
 * @param timer the clock
 * @param frameInterval the minimum time between two frames of a feed
 * @param heartbeat the time after which a silent stream is sent a heartbeat
 * @param stallTime the time after which a stream whose browser takes no bytes is closed
 */
record StreamTiming(TaskTimer timer, Duration frameInterval, Duration heartbeat, Duration stallTime) {
    static StreamTiming of(Config config, TaskTimer timer) {
        return new StreamTiming(
                timer,
                config.frameInterval(),
                config.heartbeat(),
                config.limits().stallTime());
    }

    /** The time now, in nanoseconds since an arbitrary moment. */
    long now() {
        return timer.now();
    }
}
