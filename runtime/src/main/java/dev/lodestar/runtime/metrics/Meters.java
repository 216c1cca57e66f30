package dev.lodestar.runtime.metrics;

import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** What measures a server. By itself it measures nothing. Safe for use by any thread. */
public interface Meters {
    /** Measures nothing. */
    Meters NONE = new Meters() {};

    /**
     * Makes the meter of a view; called once for each.
     *
     * @param path the path of the view
     * @param subscribers how many subscribers the view has now
     * @param feeds how many feeds it has now
     */
    default ViewMeter view(String path, IntSupplier subscribers, IntSupplier feeds) {
        return ViewMeter.NONE;
    }

    /**
     * Makes the meter of an action; called once for each.
     *
     * @param name the action's name
     */
    default ActionMeter action(String name) {
        return ActionMeter.NONE;
    }

    /** What writes all that was measured in the text format of Prometheus, if that can be. */
    default Optional<Supplier<String>> text() {
        return Optional.empty();
    }
}
