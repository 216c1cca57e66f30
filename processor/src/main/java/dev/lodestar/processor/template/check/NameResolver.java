package dev.lodestar.processor.template.check;

import com.palantir.javapoet.ClassName;
import dev.lodestar.processor.name.Nearest;
import dev.lodestar.processor.template.step.Iteration;
import dev.lodestar.processor.template.step.Let;
import dev.lodestar.processor.template.step.Local;
import dev.lodestar.processor.template.step.TemplateTypes;
import dev.lodestar.processor.template.step.Value;
import dev.lodestar.processor.type.RecordType;
import dev.lodestar.processor.type.RecordType.Component;
import dev.lodestar.processor.type.RecordTypes;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.EntryOf;
import dev.lodestar.processor.type.ValueType.Many;
import dev.lodestar.processor.type.ValueType.RecordOf;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * Finds out what a name means: its first part is looked up from the innermost context outwards, and each further part
 * is a component of the one before.
 */
final class NameResolver {
    private static final String IN_SEVERAL =
            " Iterate over it with a section, in which the names of an element, or key and value, are known.";

    private static final ClassName ENTRY = ClassName.get(Map.Entry.class);

    private final RecordTypes records;

    NameResolver(RecordTypes records) {
        this.records = records;
    }

    /**
     * Resolves a name.
     *
     * @param name the name as written in the template
     * @throws Refusal if it is not a name, or unknown here
     */
    ResolvedName resolve(String name, Context context) throws Refusal {
        if (name.equals(".")) {
            return new ResolvedName(List.of(), Value.of(context.innermost()), context);
        }
        if (Iteration.isName(name)) {
            return new ResolvedName(List.of(), Value.of(iteration(name, context)), context);
        }
        requireName(name);
        String[] parts = name.split("\\.");
        Local base = frameWith(parts[0], context);
        List<Let> lets = new ArrayList<>();
        Context inner = context;
        for (int i = 0; i < parts.length - 1; i++) {
            Optional<Local> known = inner.local(base, parts[i]);
            if (known.isPresent()) {
                base = known.get();
                continue;
            }
            Value value = new Value(base, Optional.of(component(base, parts[i])), !lets.isEmpty());
            Local local = new Local(TemplateTypes.unwrapped(value.type()), List.of(parts[i]), false);
            lets.add(new Let(local, value));
            inner = inner.with(value, local);
            base = local;
        }
        return new ResolvedName(lets, last(base, parts[parts.length - 1], inner, !lets.isEmpty()), inner);
    }

    private static Local iteration(String name, Context context) throws Refusal {
        if (!Iteration.NAMES.contains(name)) {
            throw new Refusal("There is no " + name + "." + Nearest.suggestion(name, Iteration.NAMES)
                    + " There are -first, -last and -index.");
        }
        return context.iteration()
                .flatMap(iteration -> iteration.local(name))
                .orElseThrow(
                        () -> new Refusal(name + " describes an element's position in a list, but no section around"
                                + " this tag iterates over a list. Move it into one."));
    }

    private Value last(Local base, String part, Context context, boolean guarded) throws Refusal {
        Component component = component(base, part);
        return context.local(base, part).map(Value::of).orElse(new Value(base, Optional.of(component), guarded));
    }

    private Local frameWith(String name, Context context) throws Refusal {
        for (Local frame : context.frames()) {
            if (record(frame.type()).flatMap(r -> r.component(name)).isPresent()) {
                return frame;
            }
        }
        throw unknown(name, context);
    }

    private Component component(Local base, String name) throws Refusal {
        Optional<RecordType> record = record(base.type());
        if (record.isEmpty()) {
            throw new Refusal("Only a record has components, so " + name + " cannot be found in "
                    + TemplateTypes.described(base.type()) + "." + (base.type() instanceof Many ? IN_SEVERAL : ""));
        }
        return record.get()
                .component(name)
                .orElseThrow(() -> new Refusal(TemplateTypes.simpleName(
                                record.get().name()) + " has no component " + name + "."
                        + Nearest.suggestion(name, names(record.get())) + " It has " + listed(record.get()) + "."));
    }

    private Refusal unknown(String name, Context context) {
        List<RecordType> reachable = context.frames().stream()
                .flatMap(frame -> record(frame.type()).stream())
                .toList();
        Set<String> names = new LinkedHashSet<>();
        reachable.forEach(record -> names.addAll(names(record)));
        return new Refusal("Nothing here is called " + name + "." + Nearest.suggestion(name, names) + " "
                + reachable.stream()
                        .map(record -> TemplateTypes.simpleName(record.name()) + " has " + listed(record))
                        .collect(Collectors.joining("; "))
                + ".");
    }

    private Optional<RecordType> record(ValueType type) {
        if (type instanceof EntryOf entry) {
            List<Component> parts = List.of(new Component("key", entry.key()), new Component("value", entry.value()));
            return Optional.of(new RecordType(ENTRY, parts));
        }
        return type instanceof RecordOf recordOf ? Optional.of(records.get(recordOf.name())) : Optional.empty();
    }

    private static List<String> names(RecordType record) {
        return record.components().stream().map(Component::name).toList();
    }

    private static String listed(RecordType record) {
        return record.components().isEmpty() ? "no components" : String.join(", ", names(record));
    }

    private static void requireName(String name) throws Refusal {
        if (name.contains(":")) {
            throw new Refusal(name.substring(0, name.indexOf(':'))
                    + ": is not a kind of reference. References begin with action:, asset: or view:.");
        }
        if (!SourceVersion.isName(name)) {
            throw new Refusal(
                    "This is not a name: " + name + ". A tag contains the name of a component, or several separated by"
                            + " dots, as in {{user.name}}.");
        }
    }
}
