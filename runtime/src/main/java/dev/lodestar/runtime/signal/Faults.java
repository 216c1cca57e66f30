package dev.lodestar.runtime.signal;

import dev.lodestar.BadInput;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with a request: the first fault of each field. When there are many, reading ends. */
final class Faults {
    // A request can hold many thousand wrong values; nobody reads as many sentences.
    private static final int MOST = 50;

    private static final String AND_MORE = " Reading stopped here, after " + MOST + " faults; there may be more.";

    private final Map<String, String> byPath = new LinkedHashMap<>();

    /**
     * Adds a fault, unless the field or something below it is at fault already.
     *
     * @throws BadInput if these are so many that nothing more is to be read; whoever gathers the faults around these
     *     has as many then, and throws in turn
     */
    void add(String path, String sentence) {
        if (has(path)) {
            return;
        }
        if (byPath.size() < MOST - 1) {
            byPath.put(path, sentence);
        } else {
            byPath.put(path, sentence.endsWith(AND_MORE) ? sentence : sentence + AND_MORE);
            check();
        }
    }

    /** Whether a field or something below it is at fault. */
    boolean has(String path) {
        return byPath.keySet().stream().anyMatch(p -> p.equals(path) || p.startsWith(path + "."));
    }

    /** Adds the faults that a reading found; one of no field belongs to the field that was read. */
    void add(String path, BadInput found) {
        if (found.faults().isEmpty()) {
            add(path, found.getMessage());
        } else {
            found.faults().forEach(this::add);
        }
    }

    /** Refuses the request if anything is wrong with it. */
    void check() {
        if (!byPath.isEmpty()) {
            throw new BadInput(byPath);
        }
    }
}
