package dev.lodestar.processor.template.mark;

import dev.lodestar.processor.template.step.Fragment;
import dev.lodestar.processor.template.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text of a renderer and the steps that are to stand in it.
 *
 * @param marks in the order of the text
 */
record MarkedText(Step.Text text, List<Mark> marks) {
    /**
     * A step that stands in a text.
     *
     * @param from where, as an index
     * @param to the index after what the step writes of the text
     */
    record Mark(int from, int to, Step step) {}

    int length() {
        return text.text().length();
    }

    /**
     * Adds the step that begins an element.
     *
     * @param id the index of the id's value, if that begins in this text
     */
    void begin(Fragment fragment, int from, Optional<Integer> id, int to) {
        String before = text.text().substring(from, id.orElse(to));
        Optional<String> after = id.map(at -> text.text().substring(at, to));
        marks.add(new Mark(from, to, new Step.Begin(fragment, before, after)));
    }

    /** Adds a step that writes nothing. */
    void mark(int at, Step.Mark step) {
        marks.add(new Mark(at, at, step));
    }

    /** The steps that write the text, with the marks. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        for (Mark mark : marks) {
            addPart(at, mark.from(), steps);
            steps.add(mark.step());
            at = mark.to();
        }
        addPart(at, length(), steps);
        return steps;
    }

    private void addPart(int from, int to, List<Step> steps) {
        if (from < to) {
            steps.add(new Step.Text(text.text().substring(from, to)));
        }
    }
}
