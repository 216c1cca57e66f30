package dev.lodestar.examples.todo;

import java.util.List;

/** What the author of a commit is called here. */
final class Person {
    private static final List<String> COLOURS = List.of(
            "Amber", "Blue", "Copper", "Coral", "Green", "Grey", "Indigo", "Ivory", "Jade", "Olive", "Pearl", "Plum",
            "Red", "Silver", "Teal", "White");
    private static final List<String> ANIMALS = List.of(
            "Badger", "Beaver", "Crane", "Deer", "Falcon", "Finch", "Fox", "Hare", "Heron", "Lynx", "Marten", "Otter",
            "Owl", "Raven", "Seal", "Wren");

    private Person() {}

    /**
     * Gives a session's author a name that people can remember; it is the same each time.
     *
     * @param author as the store names it, such as {@code session-0a1b2c3d}; any other is its own name
     */
    static String of(String author) {
        if (!author.matches("session-[0-9a-f]{8}")) {
            return author;
        }
        return COLOURS.get(Character.digit(author.charAt(8), 16)) + " "
                + ANIMALS.get(Character.digit(author.charAt(9), 16));
    }
}
