package dev.lodestar.processor.template;

import java.util.Optional;

/** The value of an attribute, as far as it decides what may stand in it. */
sealed interface AttributeValue permits AttributeValue.Uniform, AttributeValue.Closed, UrlValue, Expression, Settings {
    AttributeValue next(char c);

    /** What a value would have to be here, in the attribute with this name. */
    Slot slot(String name);

    default AttributeValue afterValue() {
        return this;
    }

    /** The value of which both are cases, if what follows can stand after either. */
    default Optional<AttributeValue> join(AttributeValue other) {
        return equals(other) ? Optional.of(this) : Optional.empty();
    }

    /** Why the text so far cannot stand there, if it cannot. */
    default Optional<String> broken() {
        return Optional.empty();
    }

    /** What to add to the name of the attribute to say where in it this is. */
    default String where() {
        return "";
    }

    /** One in which a value is written in the same way wherever it stands. */
    record Uniform(Escaping escaping) implements AttributeValue {
        /** A value that a browser does not run and does not load. */
        static final AttributeValue TEXT = new Uniform(Escaping.TEXT);

        /** Declarations of CSS. */
        static final AttributeValue STYLE = new Uniform(Escaping.STYLE);

        @Override
        public AttributeValue next(char c) {
            return this;
        }

        @Override
        public Slot slot(String name) {
            return new Slot.Escaped(escaping);
        }
    }

    /** One in which only constant text can stand. */
    record Closed(String why) implements AttributeValue {
        @Override
        public AttributeValue next(char c) {
            return this;
        }

        @Override
        public Slot slot(String name) {
            return new Slot.Refused(why);
        }
    }
}
