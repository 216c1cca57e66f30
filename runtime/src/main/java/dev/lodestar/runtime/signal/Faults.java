package dev.lodestar.runtime.signal;

import dev.lodestar.BadInput;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with a request: the first fault of each field. */
final class Faults {
    // A request can hold many thousand wrong values; nobody reads as many sentences.
    private static final int MOST = 50;

    private final Map<String, String> byPath = new LinkedHashMap<>();

    /** Adds a fault, unless the field or something below it is at fault already. */
    void add(String path, String sentence) {
        boolean known = byPath.keySet().stream().anyMatch(p -> p.equals(path) || p.startsWith(path + "."));
        if (!known && byPath.size() < MOST) {
            byPath.put(path, sentence);
        }
    }

    /** Adds the faults that a reading found; one of no field belongs to the field that was read. */
    void add(String path, BadInput found) {
        if (found.faults().isEmpty()) {
            add(path, found.getMessage());
        } else {
            found.faults().forEach(this::add);
        }
    }

    boolean any() {
        return !byPath.isEmpty();
    }

    /** Refuses the request if anything is wrong with it. */
    void check() {
        if (any()) {
            throw new BadInput(byPath);
        }
    }
}
