package dev.lodestar.examples.life;

import java.util.Locale;

/** The colour of a living cell, and of the visitor who drew it or its forebears. */
enum Colour {
    RED,
    BLUE,
    GREEN,
    ORANGE,
    VIOLET,
    TEAL,
    PINK,
    YELLOW;

    /** The name as the page shows it and the style sheet knows it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
