package dev.lodestar.examples.todo;

import dev.lodestar.store.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where todos stand. A position is a fraction between those of its neighbours, so that moving one todo changes that one
 * only, and two people can move two at the same time.
 */
final class Positions {
    private Positions() {}

    /**
     * The position after all todos. It is the time, so that it is also after those that were deleted: undoing brings them
     * back where they were.
     *
     * @param todos in their order
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
     * @param todos all, in their order, both among them
     * @return what has another position now; none if it stood there
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
        // After some fifty moves into one gap there is no number left in it.
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
