package dev.lodestar.processor.template.write;

import dev.lodestar.processor.template.step.Local;
import dev.lodestar.processor.template.step.RenderMethod;
import dev.lodestar.processor.template.step.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Finds out which locals steps use without declaring them, and so which parameters each method needs. */
final class UsedLocals {
    private final Map<RenderMethod, Set<Local>> used = new HashMap<>();

    /**
     * Examines a method and everything it calls, repeatedly until nothing is added, since a method may call itself.
     */
    static UsedLocals of(RenderMethod root) {
        UsedLocals locals = new UsedLocals();
        int before;
        do {
            before = locals.count();
            locals.visit(root, new LinkedHashSet<>());
        } while (locals.count() > before);
        return locals;
    }

    /** Every method that is called, each after one that calls it. */
    static List<RenderMethod> methods(RenderMethod root) {
        UsedLocals locals = new UsedLocals();
        Set<RenderMethod> visited = new LinkedHashSet<>();
        locals.visit(root, visited);
        return List.copyOf(visited);
    }

    /** The parameters that a method uses, in order. */
    List<Local> parameters(RenderMethod method) {
        Set<Local> needed = used.getOrDefault(method, Set.of());
        return method.parameters().stream().filter(needed::contains).toList();
    }

    /** The arguments of a call for the parameters that its method uses. */
    List<Local> arguments(Step.Call call) {
        Set<Local> needed = used.getOrDefault(call.method(), Set.of());
        List<Local> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            if (needed.contains(call.method().parameters().get(i))) {
                arguments.add(call.arguments().get(i));
            }
        }
        return arguments;
    }

    /** Records that a method uses all of its parameters. */
    void usesAll(RenderMethod method) {
        used.put(method, new LinkedHashSet<>(method.parameters()));
    }

    /** The locals that steps use and do not declare, in order of use. */
    List<Local> free(List<Step> steps) {
        Finder finder = new Finder(called -> {});
        finder.all(steps);
        return List.copyOf(finder.found);
    }

    private int count() {
        return used.values().stream().mapToInt(Set::size).sum();
    }

    private void visit(RenderMethod method, Set<RenderMethod> visited) {
        if (visited.add(method)) {
            Finder finder = new Finder(called -> visit(called, visited));
            finder.all(method.steps());
            used.computeIfAbsent(method, m -> new LinkedHashSet<>()).addAll(finder.found);
        }
    }

    private final class Finder implements Step.Visitor<Void> {
        final Set<Local> found = new LinkedHashSet<>();
        private final Consumer<RenderMethod> onCall;

        Finder(Consumer<RenderMethod> onCall) {
            this.onCall = onCall;
        }

        void all(List<Step> steps) {
            steps.forEach(step -> step.accept(this));
        }

        @Override
        public Void text(Step.Text text) {
            return null;
        }

        @Override
        public Void begin(Step.Begin begin) {
            return null;
        }

        @Override
        public Void mark(Step.Mark mark) {
            return null;
        }

        @Override
        public Void write(Step.Write write) {
            found.add(write.value().base());
            return null;
        }

        @Override
        public Void choice(Step.Choice choice) {
            found.add(choice.condition().value().base());
            all(choice.then());
            all(choice.otherwise());
            choice.lets().forEach(let -> found.add(let.value().base()));
            choice.lets().forEach(let -> found.remove(let.local()));
            return null;
        }

        @Override
        public Void each(Step.Each each) {
            all(each.body());
            found.remove(each.element());
            each.iteration().locals().forEach(found::remove);
            found.add(each.values().base());
            return null;
        }

        @Override
        public Void call(Step.Call call) {
            onCall.accept(call.method());
            found.addAll(arguments(call));
            return null;
        }
    }
}
