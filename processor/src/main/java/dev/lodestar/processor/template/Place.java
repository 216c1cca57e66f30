package dev.lodestar.processor.template;

import java.util.Optional;

/**
 * A place in the HTML around the tags of a template, as far as it decides what may stand there. Character by
 * character, a place leads to the next, as a browser would read it.
 */
sealed interface Place permits ContentPlace, TagPlace, Quoted, Place.Broken, Place.Anywhere {
    /** Where every template begins and ends. */
    Place START = new ContentPlace.Content();

    /** The place after one more character of constant text. */
    Place next(char c);

    /** What a value would have to be here. */
    Slot slot();

    /** The place after a value. */
    default Place afterValue() {
        return this;
    }

    /** The same place when what comes next may differ, so that nothing can belong to what came last. */
    default Place settled() {
        return this;
    }

    /** The place of which both are cases, if what follows can stand after either. */
    default Optional<Place> join(Place other) {
        return equals(other) || other instanceof Anywhere ? Optional.of(other) : Optional.empty();
    }

    /** The place in words that follow "it ends". */
    String where();

    /**
     * Where a text is that cannot stand there.
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
            return "where nothing can stand";
        }
    }

    /** After a fault: whatever follows is taken as right, so that one mistake is reported once. */
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
