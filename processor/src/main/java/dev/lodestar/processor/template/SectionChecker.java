package dev.lodestar.processor.template;

import dev.lodestar.processor.type.RecordType.Component;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.Boxed;
import dev.lodestar.processor.type.ValueType.Many;
import dev.lodestar.processor.type.ValueType.OptionalOf;
import dev.lodestar.processor.type.ValueType.RecordOf;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.util.List;

/** Decides from a value's type what a section of it does. */
final class SectionChecker {
    private final String name;
    private final Found found;
    private final Context outside;

    /**
     * @param name the name as it is written in the template
     * @param found what it means
     * @param outside the context around the section
     */
    SectionChecker(String name, Found found, Context outside) {
        this.name = name;
        this.found = found;
        this.outside = outside;
    }

    /** What {@code {{#name}}} does. */
    SectionPlan section() throws Refusal {
        Value value = found.value();
        if (value.type() instanceof Many many) {
            return each(many);
        }
        Condition.Test test = test();
        if (test == Condition.Test.TRUE) {
            return choice(found.context(), found.lets(), new Condition(value, test, false));
        }
        boolean isLocal = value.component().isEmpty() && !(value.type() instanceof OptionalOf);
        if (isLocal) {
            return choice(found.context().push(value.base()), found.lets(), new Condition(value, test, false));
        }
        Local local = new Local(found.type(), value.names(), false);
        Context inside = found.context().with(value, local).push(local);
        return choice(inside, found.letsAnd(new Let(local, value)), new Condition(Value.of(local), test, false));
    }

    /** What {@code {{^name}}} does. */
    SectionPlan inverted() throws Refusal {
        Value value = found.value();
        Condition.Test test = value.type() instanceof Many ? Condition.Test.ELEMENTS : test();
        boolean readTwice = test == Condition.Test.TEXT || test == Condition.Test.MARKUP;
        if (readTwice && value.component().isPresent()) {
            Local local = new Local(found.type(), value.names(), true);
            return choice(outside, found.letsAnd(new Let(local, value)), new Condition(Value.of(local), test, true));
        }
        return choice(outside, found.lets(), new Condition(value, test, true));
    }

    private static SectionPlan choice(Context inside, List<Let> lets, Condition condition) {
        return new SectionPlan(inside, false, body -> new Step.Choice(lets, condition, body, List.of()));
    }

    private SectionPlan each(Many many) {
        String together = found.value().component().map(Component::name).orElse("");
        boolean nullable = Types.needsPresence(many.element());
        Local element = new Local(many.element(), Names.ofElement(many.element(), together), nullable);
        return new SectionPlan(found.context().push(element), true, body -> {
            Step each = new Step.Each(found.unguarded(), element, body);
            return found.isGuarded() ? new Step.Choice(found.lets(), found.reached(), List.of(each), List.of()) : each;
        });
    }

    private Condition.Test test() throws Refusal {
        ValueType declared = found.value().type();
        if (declared == Scalar.BOOLEAN || declared.equals(new Boxed(Scalar.BOOLEAN))) {
            return Condition.Test.TRUE;
        }
        if (declared == Scalar.STRING) {
            return Condition.Test.TEXT;
        }
        if (declared == Scalar.HTML) {
            return Condition.Test.MARKUP;
        }
        if (declared instanceof OptionalOf || declared instanceof RecordOf || declared instanceof Boxed) {
            return Condition.Test.PRESENT;
        }
        throw new Refusal("A section needs something that can be missing, false or empty, but " + name + " is "
                + Types.described(declared) + ". Add a boolean component to the record, or make this one an Optional.");
    }
}
