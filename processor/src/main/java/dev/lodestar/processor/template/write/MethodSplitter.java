package dev.lodestar.processor.template.write;

import dev.lodestar.processor.template.step.Local;
import dev.lodestar.processor.template.step.RenderMethod;
import dev.lodestar.processor.template.step.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits methods that would become too large: a class file limits a method to 64 KiB of code, and HotSpot does not
 * compile one above 8000 bytes. Sizes are upper estimates.
 */
final class MethodSplitter implements Step.Visitor<Integer> {
    private static final int LIMIT = 4_000;
    private static final int INSTRUCTION = 4;

    private final UsedLocals locals;
    private final String name;
    private final List<RenderMethod> parts = new ArrayList<>();

    private MethodSplitter(UsedLocals locals, String name) {
        this.locals = locals;
        this.name = name;
    }

    /** Makes a method small enough and returns the new methods that it calls. */
    static List<RenderMethod> split(RenderMethod method, UsedLocals locals) {
        MethodSplitter splitter = new MethodSplitter(locals, method.name());
        method.setSteps(splitter.split(method.steps()));
        return splitter.parts;
    }

    private List<Step> split(List<Step> steps) {
        List<Step> small = steps.stream().map(this::withSmallBodies).toList();
        while (size(small) > LIMIT) {
            small = grouped(small);
        }
        return small;
    }

    private List<Step> grouped(List<Step> steps) {
        List<Step> calls = new ArrayList<>();
        List<Step> group = new ArrayList<>();
        int size = 0;
        for (Step step : steps) {
            int more = step.accept(this);
            if (size + more > LIMIT && !group.isEmpty()) {
                calls.add(part(group));
                group.clear();
                size = 0;
            }
            group.add(step);
            size += more;
        }
        calls.add(part(group));
        return calls;
    }

    private Step part(List<Step> steps) {
        List<Local> arguments = locals.free(steps);
        RenderMethod part = new RenderMethod(name + "Part", arguments);
        part.setSteps(steps);
        parts.add(part);
        locals.usesAll(part);
        return new Step.Call(part, arguments);
    }

    private Step withSmallBodies(Step step) {
        if (step instanceof Step.Choice choice) {
            return new Step.Choice(choice.lets(), choice.condition(), split(choice.then()), split(choice.otherwise()));
        }
        return step instanceof Step.Each each
                ? new Step.Each(each.values(), each.element(), each.iteration(), split(each.body()))
                : step;
    }

    private int size(List<Step> steps) {
        return steps.stream().mapToInt(step -> step.accept(this)).sum();
    }

    @Override
    public Integer text(Step.Text text) {
        return 2 * INSTRUCTION * (1 + text.text().length() / 20_000);
    }

    @Override
    public Integer begin(Step.Begin begin) {
        return 2 * INSTRUCTION;
    }

    @Override
    public Integer mark(Step.Mark mark) {
        return INSTRUCTION;
    }

    @Override
    public Integer write(Step.Write write) {
        return 6 * INSTRUCTION;
    }

    @Override
    public Integer choice(Step.Choice choice) {
        return 6 * INSTRUCTION * (1 + choice.lets().size()) + size(choice.then()) + size(choice.otherwise());
    }

    @Override
    public Integer each(Step.Each each) {
        return 14 * INSTRUCTION + size(each.body());
    }

    @Override
    public Integer call(Step.Call call) {
        return INSTRUCTION * (2 + call.arguments().size());
    }
}
