package dev.lodestar.runtime.signal;

import dev.lodestar.BadInput;
import dev.lodestar.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fields for generated code, which reads all that it needs and then asks once whether anything was wrong: an invalid
 * field is recorded, and a placeholder stands in for its value until {@link #check} refuses the request. For one
 * thread.
 */
public final class Binding implements Fields {
    private final NamedFields fields;
    private final Faults faults;
    private final Steps steps;

    private Binding(NamedFields fields, Faults faults, Steps steps) {
        this.fields = fields;
        this.faults = faults;
        this.steps = steps;
    }

    /**
     * Starts reading.
     *
     * @param fields the fields of a request, its signals or its query
     */
    public static Binding of(Fields fields) {
        NamedFields named = (NamedFields) fields;
        return new Binding(named, new Faults(), named.steps());
    }

    /** Other fields of the same request, whose errors are reported together with those of these. */
    public Binding and(Fields others) {
        return new Binding((NamedFields) others, faults, steps);
    }

    /**
     * Whether a list has an allowed number of elements, without reading them. True for anything but a list, which
     * {@link #list} reports.
     *
     * @param least the smallest allowed number
     * @param most the greatest allowed number
     */
    public boolean hasSize(String name, int least, int most) {
        OptionalInt size = fields.size(name);
        return size.isEmpty() || size.getAsInt() >= least && size.getAsInt() <= most;
    }

    /**
     * Whether the whole text matches. All expressions for the texts of a request share a limited number of steps; a
     * text that needs more than are left does not match.
     */
    public boolean matches(Regex regex, String text) {
        return regex.matches(text, steps);
    }

    /**
     * Records that a field breaks a rule. A list that does is not read any further.
     *
     * @param name the field's name
     * @param rule the end of a sentence that begins with the field: {@code "must be at least 1"}
     */
    public void refuse(String name, String rule) {
        faults.add(name, fields.refusal(name, rule));
    }

    /**
     * Records that a field breaks a rule with a message of its own.
     *
     * @param name the field's name
     * @param sentence the whole message
     */
    public void refuseWith(String name, String sentence) {
        faults.add(fields.path(name), sentence);
    }

    /**
     * Finishes reading.
     *
     * @throws BadInput if anything was wrong
     */
    public void check() {
        faults.check();
    }

    /**
     * Finishes reading and creates a record.
     *
     * @param constructor calls the record's constructor, whose {@link BadInput} or {@link IllegalArgumentException}
     *     counts as an error in the request too
     * @throws BadInput if anything was wrong
     */
    public <T> T make(Supplier<T> constructor) {
        check();
        try {
            return constructor.get();
        } catch (BadInput e) {
            e.faults().forEach((name, sentence) -> faults.add(fields.path(name), sentence));
            throw refused(e.getMessage());
        } catch (IllegalArgumentException e) {
            throw refused(e.getMessage());
        }
    }

    // The constructor knows its components by their own names, not by the path they are nested in.
    private BadInput refused(@Nullable String message) {
        check();
        String sentence = message == null || message.isBlank() ? "The values do not fit together." : message;
        String path = fields.path("");
        return path.isEmpty() ? new BadInput(sentence) : new BadInput(path, sentence);
    }

    /**
     * Reads all fields into a record.
     *
     * @param binder reads it
     */
    public <T> T as(Function<Fields, T> binder) {
        return read("", () -> binder.apply(fields), null);
    }

    @Override
    public boolean has(String name) {
        return fields.has(name);
    }

    @Override
    public String string(String name) {
        return read(name, () -> fields.string(name), "");
    }

    @Override
    public boolean bool(String name) {
        return read(name, () -> fields.bool(name), false);
    }

    @Override
    public int integer(String name) {
        return read(name, () -> fields.integer(name), 0);
    }

    @Override
    public long longInteger(String name) {
        return read(name, () -> fields.longInteger(name), 0L);
    }

    @Override
    public double number(String name) {
        return read(name, () -> fields.number(name), 0.0);
    }

    @Override
    public BigDecimal decimal(String name) {
        return read(name, () -> fields.decimal(name), BigDecimal.ZERO);
    }

    @Override
    public <E extends Enum<E>> E constant(String name, E[] constants) {
        return read(name, () -> fields.constant(name, constants), null);
    }

    @Override
    public <T> T parsed(String name, String form, Function<String, T> parser) {
        return read(name, () -> fields.parsed(name, form, parser), null);
    }

    @Override
    public Fields object(String name) {
        return read(name, () -> fields.object(name), null);
    }

    @Override
    public <T> T object(String name, Function<Fields, T> reader) {
        return read(name, () -> fields.object(name, reader), null);
    }

    @Override
    public <T> List<T> list(String name, BiFunction<Fields, String, T> reader) {
        return isRefused(name) ? List.of() : read(name, () -> fields.list(name, reader), List.of());
    }

    @Override
    public <T> Optional<T> optional(String name, BiFunction<Fields, String, T> reader) {
        return isRefused(name) ? Optional.empty() : read(name, () -> fields.optional(name, reader), Optional.empty());
    }

    private boolean isRefused(String name) {
        return faults.has(fields.path(name));
    }

    // Null where no value can stand in: generated code only passes it on, to a call that check() prevents.
    private <T> T read(String name, Supplier<T> reading, @Nullable T standIn) {
        try {
            return reading.get();
        } catch (BadInput e) {
            faults.add(fields.path(name), e);
            return standIn;
        }
    }
}
