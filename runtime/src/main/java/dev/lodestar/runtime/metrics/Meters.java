package dev.lodestar.runtime.metrics;

import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Measures a server. All methods create meters that do nothing by default. Safe for use by any thread. */
public interface Meters {
    /** Measures nothing. */
    Meters NONE = new Meters() {};

    /**
     * Creates the meter of a view. Called once for each view.
     *
     * @param path the path of the view
     * @param subscribers returns the number of subscribers that the view has at the moment
     * @param feeds returns the number of feeds that it has at the moment
     */
    default ViewMeter view(String path, IntSupplier subscribers, IntSupplier feeds) {
        return ViewMeter.NONE;
    }

    /**
     * Creates the meter of an action. Called once for each action.
     *
     * @param name the name of the action
     */
    default ActionMeter action(String name) {
        return ActionMeter.NONE;
    }

    /** Writes all measurements in the text format of Prometheus; empty if that is not possible. */
    default Optional<Supplier<String>> text() {
        return Optional.empty();
    }
}
