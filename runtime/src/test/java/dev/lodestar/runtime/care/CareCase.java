package dev.lodestar.runtime.care;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A small page, what the server makes of it, what a person does meanwhile, and what must then be true.
 *
 * @param name what is shown by it
 * @param shapes in which it is tried: words that a shape's name must have, or that it must not have after a minus
 * @param states the markup that the server renders, one after the other, with <code>{n}</code> where a number goes up
 * @param steps each a mark and what follows it
 */
record CareCase(String name, List<String> shapes, List<String> states, List<String> steps) {
    /** Reads {@code care/cases.txt}. */
    static Stream<CareCase> all() {
        try (InputStream in = Objects.requireNonNull(CareCase.class.getResourceAsStream("/care/cases.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^=== ")).skip(1).map(CareCase::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CareCase read(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<String> shapes = new ArrayList<>();
        List<String> states = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("shapes: ")) {
                shapes.addAll(List.of(line.substring(8).split(" ")));
            } else if (line.startsWith("| ")) {
                states.add(line.substring(2));
            } else {
                steps.add(line);
            }
        }
        return new CareCase(lines.get(0), List.copyOf(shapes), List.copyOf(states), List.copyOf(steps));
    }

    Stream<Shape> shapesToTry() {
        return Stream.of(Shape.values()).filter(shape -> shapes.stream().allMatch(matching(shape)));
    }

    private static Predicate<String> matching(Shape shape) {
        return word -> word.startsWith("-")
                ? !shape.name().contains(word.substring(1))
                : shape.name().contains(word);
    }
}
