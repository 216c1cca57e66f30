package dev.lodestar.processor.template.check;

import dev.lodestar.processor.template.step.Step;
import java.util.ArrayList;
import java.util.List;

/** Collects steps and joins adjacent texts. */
final class Steps {
    private final List<Step> steps = new ArrayList<>();

    void add(Step step) {
        int last = steps.size() - 1;
        if (step instanceof Step.Text text && last >= 0 && steps.get(last) instanceof Step.Text before) {
            steps.set(last, new Step.Text(before.text() + text.text()));
        } else {
            steps.add(step);
        }
    }

    /** Replaces the step that was added last. */
    void replaceLast(Step step) {
        steps.set(steps.size() - 1, step);
    }

    /** Removes the steps from an index on. */
    List<Step> takeFrom(int number) {
        List<Step> taken = List.copyOf(steps.subList(number, steps.size()));
        steps.subList(number, steps.size()).clear();
        return taken;
    }

    Step last() {
        return steps.get(steps.size() - 1);
    }

    int size() {
        return steps.size();
    }

    List<Step> toList() {
        return List.copyOf(steps);
    }
}
