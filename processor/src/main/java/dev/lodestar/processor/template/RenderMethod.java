package dev.lodestar.processor.template;

import java.util.List;

/** A method of a renderer. It can be called before its own steps are known, so that a partial can contain itself. */
final class RenderMethod {
    private final String name;
    private final List<Local> parameters;
    private List<Step> steps = List.of();

    RenderMethod(String name, List<Local> parameters) {
        this.name = name;
        this.parameters = List.copyOf(parameters);
    }

    String name() {
        return name;
    }

    /** What it can use; the written method has only those that it does use. */
    List<Local> parameters() {
        return parameters;
    }

    List<Step> steps() {
        return steps;
    }

    void setSteps(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }
}
