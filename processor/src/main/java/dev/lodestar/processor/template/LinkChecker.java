package dev.lodestar.processor.template;

import dev.lodestar.processor.name.Nearest;
import dev.lodestar.processor.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Makes steps of a reference: one for its URL, and those that write a query of its parameters. */
final class LinkChecker {
    private static final String FIRST = "?";
    private static final String NEXT = "&amp;";

    private final Check check;
    private final Context context;
    private final List<Step> steps = new ArrayList<>();
    private Place place;

    /**
     * @param context what names in it mean
     * @param place the place in the HTML where it stands
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
     * @param written what it refers to, with parameters after the name
     * @param hasQuery whether the template goes on with a query of its own
     * @throws Refusal if there is no such thing, or not with these parameters
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

    /** In an expression a path is only right in quotes. */
    private void requireText() throws Refusal {
        if (place.slot() instanceof Slot.Escaped slot
                && (slot.escaping() == Escaping.LITERAL || slot.escaping() == Escaping.NAME)) {
            throw new Refusal("A reference in an expression stands in quotes, as in @post('{{action:…}}').");
        }
    }

    /** Whether a link leads to it as it is: a form would add its fields. */
    private static boolean isAddress(Place place) {
        return place instanceof Quoted quoted && quoted.name().equals("href");
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
                throw new Refusal("The parameter " + name + " is given twice. Remove one of them.");
            }
        }
    }

    private void requireType(Target.Parameter parameter, LinkArgument argument) throws Refusal {
        ValueType type = ParameterTypes.single(parameter.type());
        String but;
        if (argument.isConstant()) {
            but = ParameterTypes.take(type, argument.value()) ? "" : "'" + argument.value() + "' is none";
        } else {
            ValueType given = checker(argument).type();
            boolean taken = !Types.isPrintable(given) || ParameterTypes.take(type, given);
            but = taken ? "" : argument.value() + " is " + Types.described(given);
        }
        if (!but.isEmpty()) {
            throw new Refusal("The parameter " + parameter.name() + " is " + Types.described(type) + ", but " + but
                    + ". Give it a value of that type.");
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
                    + argument.value() + " may be absent. Write the tag into a section, which is only written if it is"
                    + " there.");
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

    /** Requires that a value can stand here, and goes on after it: percent-encoded, it is right in any text. */
    private void requireValue() throws Refusal {
        Slot slot = place.slot();
        if (slot instanceof Slot.Refused refused) {
            throw new Refusal(refused.why());
        }
        if (slot.equals(new Slot.Escaped(Escaping.SETTING))) {
            throw new Refusal("A reference with parameters cannot stand in data-attr, where it would be set unchecked."
                    + " Write it into the attribute itself.");
        }
        place = place.afterValue();
    }

    /** The first of several that is there follows a question mark, any other one an ampersand. */
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
