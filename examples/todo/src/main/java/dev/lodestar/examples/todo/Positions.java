package dev.lodestar.examples.todo;

import dev.lodestar.store.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order of todos. A position is a fraction between those of its neighbours, so that moving a todo changes only that
 * one, and two people can move two todos at the same time.
 */
final class Positions {
    private Positions() {}

    /**
     * A position after all todos. It is based on the time, and so is after deleted todos as well: undoing puts those
     * back where they were.
     *
     * @param todos in order
     * @param now in milliseconds
     */
    static double last(List<Entry<Todo>> todos, long now) {
        return todos.isEmpty()
                ? now
                : Math.max(now, todos.get(todos.size() - 1).value().position() + 1);
    }

    /**
     * Moves a todo next to another.
     *
     * @param todos all todos in order, both of these among them
     * @return the todos whose position changes; none if the todo is there already
     */
    static List<Entry<Todo>> move(List<Entry<Todo>> todos, String moved, String beside, boolean after) {
        List<Entry<Todo>> order = new ArrayList<>(todos);
        Entry<Todo> entry = order.remove(indexOf(order, moved));
        int at = indexOf(order, beside) + (after ? 1 : 0);
        order.add(at, entry);
        if (order.equals(todos)) {
            return List.of();
        }
        double below = at > 0
                ? order.get(at - 1).value().position()
                : order.get(1).value().position() - 2;
        double above = at + 1 < order.size() ? order.get(at + 1).value().position() : below + 2;
        double middle = below + (above - below) / 2;
        // After some fifty moves into the same gap, there is no number left in it.
        return below < middle && middle < above ? List.of(at(entry, middle)) : numbered(order);
    }

    private static List<Entry<Todo>> numbered(List<Entry<Todo>> order) {
        return IntStream.range(0, order.size())
                .mapToObj(i -> at(order.get(i), i + 1))
                .toList();
    }

    private static Entry<Todo> at(Entry<Todo> entry, double position) {
        return new Entry<>(entry.key(), entry.value().withPosition(position));
    }

    private static int indexOf(List<Entry<Todo>> todos, String key) {
        return IntStream.range(0, todos.size())
                .filter(i -> todos.get(i).key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
