package dev.lodestar.examples.life;

import dev.lodestar.Session;

/** Gives each visitor a colour to keep, the next one in turn. Safe for use by any thread. */
final class Visitors {
    private static final String COLOUR = "colour";

    private int welcomed;

    /** The colour of a session, which it gets when first asked for. */
    synchronized Colour colour(Session session) {
        return session.get(COLOUR, Colour.class).orElseGet(() -> welcome(session));
    }

    private Colour welcome(Session session) {
        Colour[] colours = Colour.values();
        Colour colour = colours[welcomed++ % colours.length];
        session.set(COLOUR, colour);
        return colour;
    }
}
