package dev.lodestar.processor.template.check;

import dev.lodestar.processor.template.step.Condition;
import dev.lodestar.processor.template.step.Iteration;
import dev.lodestar.processor.template.step.Let;
import dev.lodestar.processor.template.step.Local;
import dev.lodestar.processor.template.step.Step;
import dev.lodestar.processor.template.step.SuggestedNames;
import dev.lodestar.processor.template.step.TemplateTypes;
import dev.lodestar.processor.template.step.Value;
import dev.lodestar.processor.type.RecordType.Component;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.Boxed;
import dev.lodestar.processor.type.ValueType.EntryOf;
import dev.lodestar.processor.type.ValueType.Many;
import dev.lodestar.processor.type.ValueType.OptionalOf;
import dev.lodestar.processor.type.ValueType.RecordOf;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides from a value's type what its section does. */
final class SectionChecker {
    private final String name;
    private final ResolvedName found;
    private final Context outside;

    /**
     * @param name the name as written in the template
     * @param found what it means
     * @param outside the context around the section
     */
    SectionChecker(String name, ResolvedName found, Context outside) {
        this.name = name;
        this.found = found;
        this.outside = outside;
    }

    /** What {@code {{#name}}} does. */
    SectionPlan section() throws Refusal {
        Value value = found.value();
        boolean isOptional = value.type() instanceof OptionalOf;
        if (found.type() instanceof Many many) {
            return isOptional ? eachOfOptional(many) : eachOfFound(many);
        }
        Condition.Test test = test();
        if (test == Condition.Test.TRUE && !isOptional) {
            return choice(found.context(), found.lets(), new Condition(value, test, false));
        }
        if (value.component().isEmpty() && !isOptional) {
            return choice(found.context().push(value.base()), found.lets(), new Condition(value, test, false));
        }
        Local local = new Local(found.type(), value.names(), false);
        Context known = found.context().with(value, local);
        Context inside = test == Condition.Test.TRUE ? known : known.push(local);
        return choice(inside, found.letsAnd(new Let(local, value)), new Condition(Value.of(local), test, false));
    }

    /** What {@code {{^name}}} does. */
    SectionPlan inverted() throws Refusal {
        Value value = found.value();
        boolean isOptional = value.type() instanceof OptionalOf;
        Condition.Test test = found.type() instanceof Many ? Condition.Test.ELEMENTS : test();
        boolean readTwice = test == Condition.Test.TEXT || test == Condition.Test.MARKUP;
        if (readTwice && value.component().isPresent() || isOptional && test != Condition.Test.PRESENT) {
            Local local = new Local(found.type(), value.names(), true);
            Value held = new Value(local, Optional.empty(), test == Condition.Test.ELEMENTS && isOptional);
            return choice(outside, found.letsAnd(new Let(local, value)), new Condition(held, test, true));
        }
        return choice(outside, found.lets(), new Condition(value, test, true));
    }

    private static SectionPlan choice(Context inside, List<Let> lets, Condition condition) {
        return new SectionPlan(inside, false, body -> new Step.Choice(lets, condition, body, List.of()));
    }

    private SectionPlan eachOfFound(Many many) {
        return each(many, found.unguarded(), found.lets(), found.isGuarded() ? found.reached() : null);
    }

    private SectionPlan eachOfOptional(Many many) {
        Local local = new Local(many, found.value().names(), false);
        return each(many, Value.of(local), found.letsAnd(new Let(local, found.value())), Condition.present(local));
    }

    private SectionPlan each(Many many, Value values, List<Let> lets, @Nullable Condition reached) {
        String together = found.value().component().map(Component::name).orElse("");
        boolean nullable = TemplateTypes.needsPresence(many.element());
        Local element = new Local(many.element(), SuggestedNames.ofElement(many.element(), together), nullable);
        Iteration iteration = Iteration.begin();
        return new SectionPlan(found.context().push(element).with(iteration), true, body -> {
            Step each = new Step.Each(values, element, iteration, body);
            return reached == null ? each : new Step.Choice(lets, reached, List.of(each), List.of());
        });
    }

    private Condition.Test test() throws Refusal {
        ValueType type = found.type();
        if (type == Scalar.BOOLEAN || type.equals(new Boxed(Scalar.BOOLEAN))) {
            return Condition.Test.TRUE;
        }
        if (type == Scalar.STRING) {
            return Condition.Test.TEXT;
        }
        if (type == Scalar.HTML) {
            return Condition.Test.MARKUP;
        }
        ValueType declared = found.value().type();
        boolean canBeMissing = declared instanceof OptionalOf || type instanceof RecordOf || type instanceof Boxed;
        if (canBeMissing || type instanceof EntryOf) {
            return Condition.Test.PRESENT;
        }
        throw new Refusal("A section needs something that can be missing, false or empty, but " + name + " is "
                + TemplateTypes.described(declared)
                + ". Add a boolean component to the record, or make this one an Optional.");
    }
}
