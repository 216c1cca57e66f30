package dev.lodestar.processor.template.place;

import java.util.Optional;

/** The value of an attribute, as far as it decides what is allowed in it. */
sealed interface AttributeValue
        permits AttributeValue.Uniform, AttributeValue.Closed, UrlValue, ExpressionValue, AttributeObjectValue {
    AttributeValue next(char c);

    /** What becomes of a value here, in the attribute with this name. */
    Slot slot(String name);

    default AttributeValue afterValue() {
        return this;
    }

    /** The value that covers both, if what follows can come after either. */
    default Optional<AttributeValue> join(AttributeValue other) {
        return equals(other) ? Optional.of(this) : Optional.empty();
    }

    /** Why the text so far is not allowed, if it is not. */
    default Optional<String> broken() {
        return Optional.empty();
    }

    /** What to add to the attribute's name to say where in its value this is. */
    default String where() {
        return "";
    }

    /** A value in which everything is escaped in the same way. */
    record Uniform(Escaping escaping) implements AttributeValue {
        /** A value that a browser neither runs nor loads. */
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

    /** A value in which only constant text is allowed. */
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
