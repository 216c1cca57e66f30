package dev.lodestar.processor.template.check;

import dev.lodestar.processor.template.place.Escaping;
import dev.lodestar.processor.template.step.Condition;
import dev.lodestar.processor.template.step.Let;
import dev.lodestar.processor.template.step.Local;
import dev.lodestar.processor.template.step.Step;
import dev.lodestar.processor.template.step.TemplateTypes;
import dev.lodestar.processor.template.step.Value;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.OptionalOf;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Decides how a variable is written, from its type and its place. */
final class VariableChecker {
    private final String name;
    private final ResolvedName found;
    private final ValueType type;

    /**
     * @param name the name as written in the template
     * @param found what it means
     */
    VariableChecker(String name, ResolvedName found) {
        this.name = name;
        this.found = found;
        this.type = found.type();
    }

    /**
     * The step that writes it.
     *
     * @param raw whether it is written unescaped, as in three braces
     * @param place the escaping that its place requires
     * @throws Refusal if it is not allowed there
     */
    Step step(boolean raw, Escaping place) throws Refusal {
        requirePrintable();
        if (raw && type != Scalar.HTML && !isPlain()) {
            throw new Refusal("Only Html can be written unescaped, but " + name + " is "
                    + TemplateTypes.described(found.value().type()) + ". Write {{" + name
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
     * The step that writes it beside the key of an expression of the module.
     *
     * @param raw whether it is written unescaped, as in three braces
     * @param place the escaping that its place in the expression requires
     * @throws Refusal if it is not allowed there
     */
    Step.Data data(boolean raw, Escaping place) throws Refusal {
        if (place == Escaping.NAME) {
            throw new Refusal(
                    name + " directly follows a name or a value and would become part of it. Put a space or an"
                            + " operator before it, or brackets and quotes around a signal's name, as in $['todo' +"
                            + " {{number}}].");
        }
        if (place == Escaping.LITERAL_TEXT) {
            return quoted(step(raw, Escaping.DATA_TEXT));
        }
        step(raw, place); // which refuses what is not allowed there
        return new Step.Data(List.of(step(raw, Escaping.DATA)));
    }

    /** A text beside the key of an expression of the module. */
    static Step.Data quoted(Step text) {
        return new Step.Data(List.of(new Step.Text("&#34;"), text, new Step.Text("&#34;")));
    }

    /** The type of the value when it is present. */
    ValueType type() {
        return type;
    }

    /** Whether there may be nothing to write, if only because the value is null. */
    boolean mayBeAbsent() {
        return isDeclaredOptional() || mayBeNull();
    }

    /** Whether an {@code Optional} says that there may be nothing to write. */
    boolean isDeclaredOptional() {
        return found.value().type() instanceof OptionalOf || found.isGuarded();
    }

    /**
     * The step that writes it as the value of a parameter, if {@link #mayBeAbsent} is true.
     *
     * @param before what is written before it
     * @param after what is done after it
     * @param otherwise what is done instead if it is absent
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
     * Does something with the value if it is present.
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
        if (TemplateTypes.isPrintable(type)) {
            return;
        }
        throw new Refusal(name + " is " + TemplateTypes.described(found.value().type())
                + ", which cannot be written as text. " + Advice.onWriting(name, type));
    }

    /** Whether its text has no meaning in HTML, whatever its value is. */
    private boolean isPlain() {
        Scalar scalar = TemplateTypes.scalar(type);
        return TemplateTypes.isNumber(scalar) || scalar == Scalar.BOOLEAN;
    }

    private Escaping escaping(Escaping place) throws Refusal {
        Scalar scalar = TemplateTypes.scalar(type);
        if (scalar == Scalar.HTML && place != Escaping.CONTENT) {
            throw new Refusal(
                    "Html is only allowed between elements, but here only text is. Make " + name + " a String.");
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
                        "Only a number or a boolean is allowed in data-attr, since text could become a link's address"
                                + " or an event handler, but " + name + " is "
                                + TemplateTypes.described(found.value().type())
                                + ". Name the attribute, as in data-attr:title=\"{{" + name + "}}\".");
            }
            case NAME -> {
                if (TemplateTypes.isNumber(scalar)) {
                    yield Escaping.LITERAL;
                }
                throw new Refusal(
                        name + " becomes a JavaScript literal, which cannot be part of a name or directly follow"
                                + " another value. Put a space or an operator before it, or use brackets, as in"
                                + " map[{{key}}].");
            }
        };
    }

    /** Whether it is an {@code Optional} of a type for which the output does not accept null. */
    private boolean isOptional() {
        return found.value().type() instanceof OptionalOf && type != Scalar.STRING && type != Scalar.HTML;
    }

    /** Whether it may be null and has a type for which the output does not accept null. */
    private boolean mayBeNull() {
        Value value = found.value();
        return TemplateTypes.needsPresence(type)
                && (value.component().isPresent() || value.base().isNullable());
    }
}
