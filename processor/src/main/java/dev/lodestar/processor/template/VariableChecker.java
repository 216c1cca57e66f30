package dev.lodestar.processor.template;

import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.OptionalOf;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.util.List;

/** Decides how a variable is written, from its type and the place where it stands. */
final class VariableChecker {
    private final String name;
    private final Found found;
    private final ValueType type;

    /**
     * @param name the name as it is written in the template
     * @param found what it means
     */
    VariableChecker(String name, Found found) {
        this.name = name;
        this.found = found;
        this.type = found.type();
    }

    /**
     * The step that writes it.
     *
     * @param raw whether it is written as it is, as in three braces
     * @param place how the place wants it
     * @throws Refusal if it cannot be written there
     */
    Step step(boolean raw, Escaping place) throws Refusal {
        requirePrintable();
        if (raw && type != Scalar.HTML && !isPlain()) {
            throw new Refusal("What is written as it is must be of type Html, but " + name + " is "
                    + Types.described(found.value().type()) + ". Write {{" + name
                    + "}}, or make the component an Html.");
        }
        Escaping escaping = escaping(place);
        List<Step> missing = escaping == Escaping.LITERAL ? List.of(new Step.Text("null")) : List.of();
        Value value = found.value();
        if (isOptional() || mayBeNull() && value.component().isPresent()) {
            Local local = new Local(type, value.names(), false);
            Step write = new Step.Write(Value.of(local), escaping);
            return new Step.Choice(
                    found.letsAnd(new Let(local, value)), Condition.present(local), List.of(write), missing);
        }
        Step write = new Step.Write(found.unguarded(), escaping);
        if (mayBeNull()) {
            return new Step.Choice(List.of(), Condition.present(value.base()), List.of(write), missing);
        }
        return found.isGuarded() ? new Step.Choice(found.lets(), found.reached(), List.of(write), missing) : write;
    }

    private void requirePrintable() throws Refusal {
        if (Types.isPrintable(type)) {
            return;
        }
        throw new Refusal(name + " is " + Types.described(found.value().type()) + ", which cannot be written as text. "
                + Advice.onWriting(name, type));
    }

    /** Whether its text means nothing to HTML, whatever its value is. */
    private boolean isPlain() {
        Scalar scalar = Types.scalar(type);
        return Types.isNumber(scalar) || scalar == Scalar.BOOLEAN;
    }

    private Escaping escaping(Escaping place) throws Refusal {
        Scalar scalar = Types.scalar(type);
        if (scalar == Scalar.HTML && place != Escaping.CONTENT) {
            throw new Refusal("Html can only stand between elements, but this is where only text can. Make " + name
                    + " a String.");
        }
        return switch (place) {
            case CONTENT -> scalar == Scalar.HTML ? Escaping.CONTENT : Escaping.TEXT;
            case TEXT -> Escaping.TEXT;
            case URL, QUERY, LITERAL_TEXT -> isPlain() ? Escaping.TEXT : place;
            case LITERAL -> Escaping.LITERAL;
            case NAME -> {
                if (Types.isNumber(scalar)) {
                    yield Escaping.LITERAL;
                }
                throw new Refusal(
                        name + " becomes a JavaScript literal, which cannot be a part of a name or stand right after"
                                + " another value. Write a space or an operator before it, or brackets, as in"
                                + " map[{{key}}].");
            }
        };
    }

    /** Whether it is an {@code Optional} of something that the output does not take null for. */
    private boolean isOptional() {
        return found.value().type() instanceof OptionalOf && type != Scalar.STRING && type != Scalar.HTML;
    }

    /** Whether it may be null, and is something that the output does not take null for. */
    private boolean mayBeNull() {
        Value value = found.value();
        return Types.needsPresence(type)
                && (value.component().isPresent() || value.base().isNullable());
    }
}
