package dev.lodestar.examples.todo;

import dev.lodestar.Template;
import dev.lodestar.examples.todo.Step.Kind;
import dev.lodestar.store.Entry;
import java.util.List;
import java.util.Optional;

/**
 * What the page shows.
 *
 * @param showsAll whether it shows all todos
 * @param showsActive whether it shows those left to do
 * @param showsDone whether it shows those done
 * @param rows the todos to show
 * @param any whether there are any todos at all
 * @param allDone whether nothing is left to do
 * @param left how many are left to do
 * @param leftLabel the words that follow this number
 * @param anyDone whether any are done
 * @param watching how many browsers show the list
 * @param undo the step that the button undoes, if there is one
 * @param steps the latest steps, newest first
 */
@Template("todo.mustache")
record TodoPage(
        boolean showsAll,
        boolean showsActive,
        boolean showsDone,
        List<Row> rows,
        boolean any,
        boolean allDone,
        int left,
        String leftLabel,
        boolean anyDone,
        int watching,
        Optional<StepRow> undo,
        List<StepRow> steps) {
    /** How many steps to search for one to undo. */
    static final int STEPS = 200;

    private static final int SHOWN = 50;

    static TodoPage of(Filter filter, List<Entry<Todo>> todos, List<Step> steps, int watching) {
        int done = (int) todos.stream().filter(each -> each.value().done()).count();
        int left = todos.size() - done;
        return new TodoPage(
                filter == Filter.ALL,
                filter == Filter.ACTIVE,
                filter == Filter.DONE,
                todos.stream()
                        .filter(each -> filter.shows(each.value()))
                        .map(Row::of)
                        .toList(),
                !todos.isEmpty(),
                left == 0,
                left,
                left == 1 ? "item left" : "items left",
                done > 0,
                watching,
                steps.stream().filter(each -> each.is(Kind.CHANGE)).findFirst().map(StepRow::of),
                steps.stream().limit(SHOWN).map(StepRow::of).toList());
    }

    /**
     * A todo in the list.
     *
     * @param id the last part of its key
     */
    record Row(String id, String title, boolean done) {
        static Row of(Entry<Todo> todo) {
            return new Row(todo.name(), todo.value().title(), todo.value().done());
        }
    }
}
