package dev.lodestar.processor.type;

import com.palantir.javapoet.ClassName;

/** The type of a value that a template shows or a request carries. */
public sealed interface ValueType {
    /** A primitive type, {@code String} or {@code Html}. */
    enum Scalar implements ValueType {
        STRING,
        BOOLEAN,
        CHAR,
        BYTE,
        SHORT,
        INT,
        LONG,
        FLOAT,
        DOUBLE,
        /** {@code dev.lodestar.Html}. */
        HTML
    }

    /**
     * The wrapper class of a primitive type, whose value may be null.
     *
     * @param primitive the type that is wrapped; neither {@code STRING} nor {@code HTML}
     */
    record Boxed(Scalar primitive) implements ValueType {}

    /** An enum. */
    record EnumOf(ClassName name) implements ValueType {}

    /** A record, by name, since records may contain themselves. {@link RecordTypes} knows its components. */
    record RecordOf(ClassName name) implements ValueType {}

    /**
     * Several values of one type.
     *
     * @param element the type of each
     * @param container what contains them
     */
    record Many(ValueType element, Container container) implements ValueType {}

    /** What contains several values. */
    enum Container {
        ARRAY,
        /** {@code java.util.List} itself, which a binder can create. */
        LIST,
        /** Any other {@code Iterable}. */
        ITERABLE,
        /** A {@code java.util.Map}, whose elements are entries. */
        MAP
    }

    /** An entry of a map. */
    record EntryOf(ValueType key, ValueType value) implements ValueType {}

    /**
     * A {@code java.util.Optional}, or {@code OptionalInt} and its like.
     *
     * @param value the type of its value; a primitive type for {@code OptionalInt} and its like
     */
    record OptionalOf(ValueType value) implements ValueType {
        /** Whether it is {@code OptionalInt} or its like. */
        public boolean isPrimitive() {
            return value instanceof Scalar scalar && scalar != Scalar.STRING && scalar != Scalar.HTML;
        }
    }

    /**
     * A date or a time with a format.
     *
     * @param type its type, of {@code java.time}
     */
    record Formatted(ClassName type, TimeFormat format) implements ValueType {
        /** The type without its format. */
        public Other plain() {
            return new Other(type.canonicalName());
        }
    }

    /**
     * Any other type.
     *
     * @param name its qualified name with type arguments, for messages
     */
    record Other(String name) implements ValueType {}
}
