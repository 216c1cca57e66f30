package dev.lodestar.runtime.signal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.lodestar.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The signals under {@code errors}, which tell a page what was wrong with its other signals: {@code errors.title} holds
 * the message about {@code title}, or is empty.
 */
public final class ErrorSignals {
    /** The signal that contains them. */
    public static final String ROOT = "errors";

    // No form nests its fields more deeply, and the sender chooses the names.
    private static final int DEEPEST = 16;

    private ErrorSignals() {}

    /**
     * Returns the changes for the page that sent a request.
     *
     * @param signals the signals of the request, in which {@link #ROOT} tells what the page shows now. A form sends
     *     none, so the page may show a message beside any of its fields
     * @param faults the messages to show now, by the dotted names of the fields; all others are cleared
     * @return a patch of signals; empty if nothing changes
     */
    public static Map<String, Object> after(Fields signals, Map<String, String> faults) {
        Map<String, Object> errors = new LinkedHashMap<>();
        if (signals instanceof JsonFields json && json.object().get(ROOT) instanceof JsonObject shown) {
            clear(shown, errors);
        } else if (signals instanceof FormFields form) {
            // Names before those that are nested below them.
            new TreeSet<>(form.known()).forEach(path -> clear(path, errors));
        }
        faults.forEach((path, sentence) -> set(errors, path, sentence));
        return errors.isEmpty() ? Map.of() : Map.of(ROOT, errors);
    }

    // Emptied rather than removed: whatever in the page depends on the signal goes on working.
    private static void clear(JsonObject shown, Map<String, Object> errors) {
        for (Map.Entry<String, JsonElement> entry : shown.entrySet()) {
            if (entry.getValue() instanceof JsonObject nested) {
                Map<String, Object> inner = new LinkedHashMap<>();
                clear(nested, inner);
                if (!inner.isEmpty()) {
                    errors.put(entry.getKey(), inner);
                }
            } else if (!isEmpty(entry.getValue())) {
                errors.put(entry.getKey(), "");
            }
        }
    }

    private static void clear(String path, Map<String, Object> errors) {
        List<String> steps = List.of(path.split("\\.", -1));
        if (steps.size() <= DEEPEST && !steps.contains("")) {
            set(errors, path, "");
        }
    }

    private static boolean isEmpty(JsonElement shown) {
        return shown.isJsonNull()
                || shown.isJsonPrimitive() && shown.getAsString().isEmpty();
    }

    @SuppressWarnings("unchecked") // all maps in it were made here
    private static void set(Map<String, Object> errors, String path, String sentence) {
        Map<String, Object> at = errors;
        String[] steps = path.split("\\.", -1);
        for (int i = 0; i < steps.length - 1; i++) {
            Object below = at.get(steps[i]);
            if (!(below instanceof Map)) {
                below = new LinkedHashMap<String, Object>();
                at.put(steps[i], below);
            }
            at = (Map<String, Object>) below;
        }
        at.put(steps[steps.length - 1], sentence);
    }
}
