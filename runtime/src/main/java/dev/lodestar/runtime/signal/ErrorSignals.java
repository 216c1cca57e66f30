package dev.lodestar.runtime.signal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.lodestar.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The signals under {@code errors}, in which a page is told what was wrong with the others: {@code errors.title} holds the
 * sentence about {@code title}, or nothing.
 */
public final class ErrorSignals {
    /** The signal that holds them. */
    public static final String ROOT = "errors";

    // No form has fields that are nested deeper, and the names are the sender's.
    private static final int DEEPEST = 16;

    private ErrorSignals() {}

    /**
     * What is to change in the page that sent a request.
     *
     * @param signals the signals of the request, of which {@link #ROOT} tells what the page shows. A form brings none:
     *     it may show something beside each of its fields
     * @param faults the sentences that it is to show now, by the dotted names of the fields; all others are cleared
     * @return signals for a patch; empty if nothing is to change
     */
    public static Map<String, Object> after(Fields signals, Map<String, String> faults) {
        Map<String, Object> errors = new LinkedHashMap<>();
        if (signals instanceof JsonFields json && json.object().get(ROOT) instanceof JsonObject shown) {
            clear(shown, errors);
        } else if (signals instanceof FormFields form) {
            // A name before those that are nested below it.
            new TreeSet<>(form.known()).forEach(path -> clear(path, errors));
        }
        faults.forEach((path, sentence) -> set(errors, path, sentence));
        return errors.isEmpty() ? Map.of() : Map.of(ROOT, errors);
    }

    // A signal that is empty rather than gone keeps whatever in the page depends on it.
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

    @SuppressWarnings("unchecked") // every map in here was made here
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
