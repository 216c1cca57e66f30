package dev.lodestar.processor.template.step;

import java.util.List;

/** A method of a renderer. It can be called before its own steps are known, so that a partial can contain itself. */
public final class RenderMethod {
    private final String name;
    private final List<Local> parameters;
    private List<Step> steps = List.of();

    public RenderMethod(String name, List<Local> parameters) {
        this.name = name;
        this.parameters = List.copyOf(parameters);
    }

    public String name() {
        return name;
    }

    /** What it can use; the generated method has only those that it does use. */
    public List<Local> parameters() {
        return parameters;
    }

    public List<Step> steps() {
        return steps;
    }

    public void setSteps(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }
}
