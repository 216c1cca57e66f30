package dev.lodestar.processor.template.place;

import java.util.Optional;

/**
 * A place in the HTML around the tags of a template, as far as it decides what is allowed there. Each character leads
 * from one place to the next, as a browser would read it.
 */
public sealed interface Place permits ContentPlace, TagPlace, QuotedValue, Place.Broken, Place.Anywhere {
    /** Where every template begins and ends. */
    Place START = new ContentPlace.Content();

    /** The place after one more character of constant text. */
    Place next(char c);

    /** What becomes of a value here. */
    Slot slot();

    /** The place after a value. */
    default Place afterValue() {
        return this;
    }

    /** The same place when what comes next may vary, so that it cannot continue what came last. */
    default Place settled() {
        return this;
    }

    /** The place that covers both, if what follows can come after either. */
    default Optional<Place> join(Place other) {
        return equals(other) || other instanceof Anywhere ? Optional.of(other) : Optional.empty();
    }

    /** The place in words that can follow "it ends". */
    String where();

    /**
     * Where text is not allowed.
     *
     * @param why sentences that say why, and what to write instead
     */
    record Broken(String why) implements Place {
        @Override
        public Place next(char c) {
            return this;
        }

        @Override
        public Slot slot() {
            return new Slot.Refused(why);
        }

        @Override
        public String where() {
            return "where nothing is allowed";
        }
    }

    /** After a fault: whatever follows counts as right, so that one mistake is reported once. */
    record Anywhere() implements Place {
        @Override
        public Place next(char c) {
            return this;
        }

        @Override
        public Slot slot() {
            return new Slot.Escaped(Escaping.CONTENT);
        }

        @Override
        public Optional<Place> join(Place other) {
            return Optional.of(this);
        }

        @Override
        public String where() {
            return "somewhere";
        }
    }
}
