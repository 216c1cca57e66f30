package dev.lodestar.processor.template.check;

import dev.lodestar.processor.name.Nearest;
import dev.lodestar.processor.template.parse.Reference;
import dev.lodestar.processor.template.place.Escaping;
import dev.lodestar.processor.template.place.Place;
import dev.lodestar.processor.template.place.QuotedValue;
import dev.lodestar.processor.template.place.Slot;
import dev.lodestar.processor.template.step.Step;
import dev.lodestar.processor.template.step.TemplateTypes;
import dev.lodestar.processor.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Turns a reference into steps: one for its URL, and those that write its parameters as a query. */
final class LinkChecker {
    private static final String FIRST = "?";
    private static final String NEXT = "&amp;";

    private final Check check;
    private final Context context;
    private final List<Step> steps = new ArrayList<>();
    private Place place;

    /**
     * @param context what names in it mean
     * @param place its place in the HTML
     */
    LinkChecker(Check check, Context context, Place place) {
        this.check = check;
        this.context = context;
        this.place = place;
    }

    /** The place after it. */
    Place place() {
        return place;
    }

    /**
     * The steps that write it.
     *
     * @param written the reference, with parameters after the name
     * @param hasQuery whether the template continues with a query of its own
     * @throws Refusal if nothing has that name, or it does not take these parameters
     */
    List<Step> steps(Reference written, boolean hasQuery) throws Refusal {
        requireText();
        boolean isWhole = check.references().find(written).isPresent();
        Reference reference = isWhole ? written : written.withoutParameters();
        List<LinkArgument> arguments =
                LinkArgument.parse(written.name().substring(reference.name().length()));
        Target target = check.references().find(reference).orElseThrow(() -> unknown(reference));
        check.noteUsed(reference);
        Place start = place;
        text(target.url());
        requireParameters(reference, target, arguments);
        if (!hasQuery && (!arguments.isEmpty() || reference.kind() == Reference.Kind.ACTION || isAddress(start))) {
            requireAll(reference, target, arguments);
        }
        if (!arguments.isEmpty()) {
            query(reference, target, arguments);
        }
        return steps;
    }

    /** In an expression, a path must be in quotes. */
    private void requireText() throws Refusal {
        if (place.slot() instanceof Slot.Escaped slot
                && (slot.escaping() == Escaping.LITERAL || slot.escaping() == Escaping.NAME)) {
            throw new Refusal("A reference in an expression must be in quotes, as in @post('{{action:…}}').");
        }
    }

    /** Whether a link uses the URL as it is; a form would add its fields. */
    private static boolean isAddress(Place place) {
        return place instanceof QuotedValue quoted && quoted.name().equals("href");
    }

    private Refusal unknown(Reference reference) {
        SortedSet<String> names = check.references().names(reference.kind());
        String word = reference.kind().word();
        String known = names.isEmpty()
                ? " The application has none."
                : " The application has " + String.join(", ", names) + ".";
        return new Refusal("There is no " + word + " " + reference.name() + "."
                + Nearest.suggestion(reference.name(), names) + known);
    }

    private static void requireParameters(Reference reference, Target target, List<LinkArgument> arguments)
            throws Refusal {
        List<String> names =
                target.parameters().stream().map(Target.Parameter::name).toList();
        for (LinkArgument argument : arguments) {
            String name = argument.parameter();
            if (!target.isOpen() && !names.contains(name)) {
                String known = names.isEmpty() ? " It has none." : " It has " + String.join(", ", names) + ".";
                throw new Refusal("The " + described(reference) + " has no parameter " + name + "."
                        + Nearest.suggestion(name, names) + known);
            }
            boolean takesOne = target.parameter(name)
                    .filter(p -> !(p.type() instanceof ValueType.Many))
                    .isPresent();
            if (takesOne
                    && arguments.stream()
                                    .filter(a -> a.parameter().equals(name))
                                    .count()
                            > 1) {
                throw new Refusal("The parameter " + name + " is given twice. Remove one.");
            }
        }
    }

    private void requireType(Target.Parameter parameter, LinkArgument argument) throws Refusal {
        ValueType type = ParameterTypes.single(parameter.type());
        String but;
        if (argument.isConstant()) {
            but = ParameterTypes.take(type, argument.value()) ? "" : "'" + argument.value() + "' is not";
        } else {
            ValueType given = checker(argument).type();
            boolean taken = !TemplateTypes.isPrintable(given) || ParameterTypes.take(type, given);
            but = taken ? "" : argument.value() + " is " + TemplateTypes.described(given);
        }
        if (!but.isEmpty()) {
            throw new Refusal("The parameter " + parameter.name() + " is " + TemplateTypes.described(type) + ", but "
                    + but + ". Give it a value of that type.");
        }
    }

    private static void requireAll(Reference reference, Target target, List<LinkArgument> arguments) throws Refusal {
        for (Target.Parameter parameter : target.parameters()) {
            if (parameter.isRequired()
                    && arguments.stream().noneMatch(a -> a.parameter().equals(parameter.name()))) {
                throw new Refusal("The " + described(reference) + " needs the parameter " + parameter.name()
                        + ". Write {{" + reference + " " + parameter.name() + "=…}}.");
            }
        }
    }

    private void query(Reference reference, Target target, List<LinkArgument> arguments) throws Refusal {
        Place before = place;
        List<LinkArgument> optional = new ArrayList<>();
        String separator = FIRST;
        for (LinkArgument argument : arguments) {
            Optional<Target.Parameter> parameter = target.parameter(argument.parameter());
            if (parameter.isPresent()) {
                requireType(parameter.get(), argument);
                requirePresence(reference, parameter.get(), argument);
            }
            if (!argument.isConstant() && checker(argument).mayBeAbsent()) {
                optional.add(argument);
            } else {
                text(separator + start(argument));
                value(argument);
                separator = NEXT;
            }
        }
        for (LinkArgument argument : optional) {
            pass(separator + start(argument));
            requireValue();
        }
        steps.addAll(optional(optional, separator));
        if (optional.size() == arguments.size()) {
            place = before.join(place).orElse(place);
        }
    }

    private void requirePresence(Reference reference, Target.Parameter parameter, LinkArgument argument)
            throws Refusal {
        if (parameter.isRequired()
                && !argument.isConstant()
                && checker(argument).isDeclaredOptional()) {
            throw new Refusal("The " + described(reference) + " needs the parameter " + parameter.name() + ", but "
                    + argument.value() + " may be absent. Put the tag in a section for it, which is written only if"
                    + " it is present.");
        }
    }

    private void value(LinkArgument argument) throws Refusal {
        requireValue();
        if (argument.isConstant()) {
            steps.add(new Step.Text(LinkArgument.encoded(argument.value())));
        } else {
            steps.add(checker(argument).step(false, Escaping.PARAMETER));
        }
    }

    /** Requires that a value is allowed here, and advances past it: percent-encoded, it is right in any text. */
    private void requireValue() throws Refusal {
        Slot slot = place.slot();
        if (slot instanceof Slot.Refused refused) {
            throw new Refusal(refused.why());
        }
        if (slot.equals(new Slot.Escaped(Escaping.SETTING))) {
            throw new Refusal("A reference with parameters is not allowed in data-attr, where it would be set"
                    + " unchecked. Write it in the attribute itself.");
        }
        place = place.afterValue();
    }

    /** The first one that is present follows a question mark, every other an ampersand. */
    private List<Step> optional(List<LinkArgument> arguments, String separator) throws Refusal {
        if (arguments.isEmpty()) {
            return List.of();
        }
        LinkArgument first = arguments.get(0);
        List<LinkArgument> others = arguments.subList(1, arguments.size());
        Step.Text start = new Step.Text(separator + start(first));
        List<Step> after = optional(others, NEXT);
        if (separator.equals(FIRST)) {
            return List.of(checker(first).parameter(start, after, optional(others, FIRST)));
        }
        List<Step> all = new ArrayList<>();
        all.add(checker(first).parameter(start, List.of(), List.of()));
        all.addAll(after);
        return all;
    }

    private VariableChecker checker(LinkArgument argument) throws Refusal {
        return new VariableChecker(argument.value(), check.names().resolve(argument.value(), context));
    }

    private static String start(LinkArgument argument) {
        return LinkArgument.encoded(argument.parameter()) + "=";
    }

    private static String described(Reference reference) {
        return reference.kind().word() + " " + reference.name();
    }

    private void text(String text) {
        pass(text);
        steps.add(new Step.Text(text));
    }

    private void pass(String text) {
        for (char c : text.toCharArray()) {
            place = place.next(c);
        }
    }
}
