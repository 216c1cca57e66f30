package dev.lodestar.examples.todo;

import dev.lodestar.BadInput;

/** Makes a title of what somebody typed. */
final class Title {
    static final int LONGEST = 500;

    private Title() {}

    /**
     * Puts the text on one line, without spaces around it.
     *
     * @return the title; empty if nothing is left
     * @throws BadInput if it is longer than {@value #LONGEST} characters
     */
    static String of(String typed) {
        String title = typed.replaceAll("\\p{Cntrl}", " ").strip();
        if (title.length() > LONGEST) {
            throw new BadInput("A title has at most " + LONGEST + " characters.");
        }
        return title;
    }
}
