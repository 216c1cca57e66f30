package dev.lodestar.runtime.signal;

import dev.lodestar.BadInput;
import java.util.LinkedHashMap;
import java.util.Map;

/** The errors in a request: the first one of each field. Reading stops when there are too many. */
final class Faults {
    // A request can contain thousands of wrong values; nobody reads that many messages.
    private static final int MOST = 50;

    private static final String AND_MORE = " Reading stopped here, after " + MOST + " faults; there may be more.";

    private final Map<String, String> byPath = new LinkedHashMap<>();

    /**
     * Adds an error, unless the field or something below it already has one.
     *
     * @throws BadInput if there are now too many to read on; callers that collect these errors then have as many,
     *     and throw in turn
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

    /** Whether a field or something below it has an error. */
    boolean has(String path) {
        return byPath.keySet().stream().anyMatch(p -> p.equals(path) || p.startsWith(path + "."));
    }

    /** Adds the errors that a reading found; one without a field belongs to the field that was read. */
    void add(String path, BadInput found) {
        if (found.faults().isEmpty()) {
            add(path, found.getMessage());
        } else {
            found.faults().forEach(this::add);
        }
    }

    /** Refuses the request if there are any errors. */
    void check() {
        if (!byPath.isEmpty()) {
            throw new BadInput(byPath);
        }
    }
}
