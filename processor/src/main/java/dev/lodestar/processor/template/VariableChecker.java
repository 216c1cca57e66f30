package dev.lodestar.processor.template;

import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.OptionalOf;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
        List<Step> missing =
                escaping == Escaping.LITERAL || escaping == Escaping.DATA ? List.of(new Step.Text("null")) : List.of();
        if (isOptional() || mayBeNull() || found.isGuarded()) {
            return present(value -> List.of(new Step.Write(value, escaping)), missing, isOptional());
        }
        return new Step.Write(found.unguarded(), escaping);
    }

    /**
     * The step that writes it beside an expression of the module.
     *
     * @param raw whether it is written as it is, as in three braces
     * @param place how the place in the expression wants it
     * @throws Refusal if it cannot be written there
     */
    Step.Data data(boolean raw, Escaping place) throws Refusal {
        if (place == Escaping.NAME) {
            throw new Refusal(
                    name + " stands right after a name or a value, of which it would become a part. Put a space"
                            + " or an operator before it, or brackets and quotes around a signal's name, as in $['todo' +"
                            + " {{number}}].");
        }
        if (place == Escaping.LITERAL_TEXT) {
            return quoted(step(raw, Escaping.DATA_TEXT));
        }
        step(raw, place); // which refuses what cannot stand there
        return new Step.Data(List.of(step(raw, Escaping.DATA)));
    }

    /** A text beside an expression of the module. */
    static Step.Data quoted(Step text) {
        return new Step.Data(List.of(new Step.Text("&#34;"), text, new Step.Text("&#34;")));
    }

    /** The type of what is written, if it is there. */
    ValueType type() {
        return type;
    }

    /** Whether there may be nothing to write, if only because it is null. */
    boolean mayBeAbsent() {
        return isDeclaredOptional() || mayBeNull();
    }

    /** Whether an {@code Optional} says that there may be nothing to write. */
    boolean isDeclaredOptional() {
        return found.value().type() instanceof OptionalOf || found.isGuarded();
    }

    /**
     * The step that writes it, of which {@link #mayBeAbsent} is true, as the value of a parameter.
     *
     * @param before what is written before it
     * @param after what is done after it
     * @param otherwise what is done in place of all of these where it is absent
     * @throws Refusal if it cannot be written
     */
    Step parameter(Step before, List<Step> after, List<Step> otherwise) throws Refusal {
        requirePrintable();
        Escaping escaping = escaping(Escaping.PARAMETER);
        return present(
                value -> {
                    List<Step> steps = new ArrayList<>(List.of(before, new Step.Write(value, escaping)));
                    steps.addAll(after);
                    return steps;
                },
                otherwise,
                found.value().type() instanceof OptionalOf);
    }

    /**
     * Does something with the value where it is there.
     *
     * @param isOptional whether it must be taken out of an {@code Optional}
     */
    private Step present(Function<Value, List<Step>> then, List<Step> otherwise, boolean isOptional) {
        Value value = found.value();
        if (isOptional || mayBeNull() && value.component().isPresent()) {
            Local local = new Local(type, value.names(), false);
            return new Step.Choice(
                    found.letsAnd(new Let(local, value)),
                    Condition.present(local),
                    then.apply(Value.of(local)),
                    otherwise);
        }
        List<Step> present = then.apply(found.unguarded());
        return mayBeNull()
                ? new Step.Choice(List.of(), Condition.present(value.base()), present, otherwise)
                : new Step.Choice(found.lets(), found.reached(), present, otherwise);
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
            case URL, LISTED_URL, QUERY, PARAMETER, STYLE, LITERAL_TEXT, DATA_TEXT -> isPlain() ? Escaping.TEXT : place;
            case LITERAL, DATA -> place;
            case SETTING -> {
                if (isPlain()) {
                    yield Escaping.LITERAL;
                }
                throw new Refusal(
                        "Only a number or a boolean can stand in data-attr, since a text could become a link's"
                                + " address or a handler of events, but " + name + " is "
                                + Types.described(found.value().type())
                                + ". Name the attribute, as in data-attr:title=\"{{" + name + "}}\".");
            }
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
