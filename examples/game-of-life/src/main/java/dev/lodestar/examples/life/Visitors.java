package dev.lodestar.examples.life;

import dev.lodestar.Session;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Assigns each visitor a colour to keep, in turn. Safe for use by any thread. */
final class Visitors {
    private static final String COLOUR = "colour";

    private final AtomicInteger welcomed = new AtomicInteger();

    /** The session's colour, assigned when first needed: the same for two tabs that ask at once. */
    Colour colour(Session session) {
        return session.get(COLOUR, Colour.class).orElseGet(() -> welcome(session));
    }

    private Colour welcome(Session session) {
        Colour[] colours = Colour.values();
        Colour next = colours[Math.floorMod(welcomed.getAndIncrement(), colours.length)];
        return session.update(COLOUR, Colour.class, given -> given.or(() -> Optional.of(next)))
                .orElse(next);
    }
}
