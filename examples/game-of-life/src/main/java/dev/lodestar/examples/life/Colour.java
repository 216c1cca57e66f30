package dev.lodestar.examples.life;

import java.util.Locale;

/** The colour of a living cell: that of the visitor who drew it or its ancestors. */
enum Colour {
    RED,
    BLUE,
    GREEN,
    ORANGE,
    VIOLET,
    TEAL,
    PINK,
    YELLOW;

    /** The name in the page and in the style sheet. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
