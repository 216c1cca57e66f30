package dev.lodestar.runtime.signal;

import dev.lodestar.Fields;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a form. A form sends neither unchecked checkboxes nor lists without a choice, so whatever is missing is
 * false, or empty.
 *
 * @param values by their full names, each at least one; sorted, so that whatever is nested below a name is found
 *     without a look at all others
 * @param known the names of all fields that the form is known to have: those it sent, including files, and those
 *     that were asked for; grows while the fields are read
 * @param before what precedes a field's name: the path to the object
 * @param after what follows it: the index, if the fields are one element of a list
 * @param steps what matching the request's texts may still cost
 */
record FormFields(
        NavigableMap<String, List<String>> values, Set<String> known, String before, String after, Steps steps)
        implements TextFields, NestedFields {
    /** What a checkbox without a value sends. */
    private static final String CHECKED = "on";

    // So few digits that the number fits an int.
    private static final int LONGEST_INDEX = 9;

    /** Whether there is a value, or one nested below the name. */
    @Override
    public boolean has(String name) {
        return TextFields.super.has(name) || hasNested(name);
    }

    @Override
    public boolean bool(String name) {
        List<String> all = named(name);
        return all != null && (all.get(0).equals(CHECKED) || TextFields.super.bool(name));
    }

    /** Whatever is nested below a name. If there is nothing, reading it reports what is missing. */
    @Override
    public Fields object(String name) {
        if (values.containsKey(path(name)) && !hasNested(name)) {
            throw Expected.OBJECT.butWas(this, name, shown(name));
        }
        return new FormFields(values, known, path(name) + ".", "", steps);
    }

    /** The values of a name or, if there are none, whatever is nested below the name and an index. */
    @Override
    public <T> List<T> list(String name, BiFunction<Fields, String, T> reader) {
        List<String> all = named(name);
        if (all != null) {
            return NamedFields.all(
                    all.size(),
                    i -> element(new TreeMap<>(Map.of(path(name) + "." + i, List.of(all.get(i)))), i),
                    name,
                    reader);
        }
        int[] indices = indices(path(name) + ".");
        return NamedFields.all(indices.length, i -> element(values, indices[i]), name, reader);
    }

    private FormFields element(NavigableMap<String, List<String>> values, int index) {
        return new FormFields(values, known, before, after + "." + index, steps);
    }

    @Override
    public OptionalInt size(String name) {
        List<String> all = named(name);
        return OptionalInt.of(all == null ? indices(path(name) + ".").length : all.size());
    }

    // A page that removes the second of three leaves the numbers of the others as they are.
    private int[] indices(String prefix) {
        return values.tailMap(prefix, true).keySet().stream()
                .takeWhile(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()).split("\\.", 2)[0])
                .filter(FormFields::isIndex)
                .mapToInt(Integer::parseInt)
                .distinct()
                .sorted()
                .toArray();
    }

    private static boolean isIndex(String step) {
        return !step.isEmpty()
                && step.length() <= LONGEST_INDEX
                && step.chars().allMatch(c -> c >= '0' && c <= '9')
                && (step.length() == 1 || step.charAt(0) != '0');
    }

    private @Nullable List<String> named(String name) {
        known.add(path(name));
        return values.get(path(name));
    }

    private boolean hasNested(String name) {
        String prefix = path(name) + ".";
        String next = values.ceilingKey(prefix);
        return next != null && next.startsWith(prefix);
    }
}
