package dev.lodestar.processor.template;

import com.palantir.javapoet.ClassName;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.Boxed;
import dev.lodestar.processor.type.ValueType.EntryOf;
import dev.lodestar.processor.type.ValueType.EnumOf;
import dev.lodestar.processor.type.ValueType.Formatted;
import dev.lodestar.processor.type.ValueType.Many;
import dev.lodestar.processor.type.ValueType.OptionalOf;
import dev.lodestar.processor.type.ValueType.Other;
import dev.lodestar.processor.type.ValueType.RecordOf;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.util.Locale;

/** What a template can do with a type. */
final class Types {
    private Types() {}

    /** Whether a tag can write it, once it is known to be there. */
    static boolean isPrintable(ValueType type) {
        return type instanceof Scalar || type instanceof Boxed || type instanceof EnumOf || type instanceof Formatted;
    }

    /** Whether writing it needs a look whether it is null; the output itself takes null for text and {@code Html}. */
    static boolean needsPresence(ValueType type) {
        return type instanceof Boxed || type instanceof EnumOf || type instanceof Formatted;
    }

    /** Whether it has components that a tag can name. */
    static boolean hasNames(ValueType type) {
        return type instanceof RecordOf || type instanceof EntryOf;
    }

    /** What an {@code Optional} holds; any other type as it is. */
    static ValueType unwrapped(ValueType type) {
        return type instanceof OptionalOf optional ? optional.value() : type;
    }

    /** The scalar that a value is written as: that of a boxed one, and text for an enum or a time. */
    static Scalar scalar(ValueType type) {
        if (type instanceof Scalar scalar) {
            return scalar;
        }
        return type instanceof Boxed boxed ? boxed.primitive() : Scalar.STRING;
    }

    static boolean isNumber(Scalar scalar) {
        return switch (scalar) {
            case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> true;
            case STRING, BOOLEAN, CHAR, HTML -> false;
        };
    }

    /** The type with an article, for a message. */
    static String described(ValueType type) {
        String name = name(type);
        return ("aeiou".indexOf(Character.toLowerCase(name.charAt(0))) >= 0 ? "an " : "a ") + name;
    }

    /** The type as the source has it. */
    static String name(ValueType type) {
        if (type instanceof Scalar scalar) {
            return name(scalar);
        }
        if (type instanceof Boxed boxed) {
            return boxedName(boxed.primitive());
        }
        if (type instanceof EnumOf enumOf) {
            return simpleName(enumOf.name());
        }
        if (type instanceof RecordOf recordOf) {
            return simpleName(recordOf.name());
        }
        if (type instanceof Formatted formatted) {
            return simpleName(formatted.type());
        }
        if (type instanceof OptionalOf optional) {
            return optional.isPrimitive()
                    ? "Optional" + Names.capitalized(name(optional.value()))
                    : "Optional<" + name(optional.value()) + ">";
        }
        if (type instanceof EntryOf entry) {
            return "Map.Entry<" + name(entry.key()) + ", " + name(entry.value()) + ">";
        }
        return type instanceof Many many ? name(many) : ((Other) type).name();
    }

    private static String name(Many many) {
        return switch (many.container()) {
            case ARRAY -> name(many.element()) + "[]";
            case LIST -> "List<" + name(many.element()) + ">";
            case ITERABLE -> "Iterable<" + name(many.element()) + ">";
            case MAP -> name(many.element()).replaceFirst("^Map.Entry", "Map");
        };
    }

    private static String name(Scalar scalar) {
        return switch (scalar) {
            case STRING -> "String";
            case HTML -> "Html";
            default -> scalar.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String boxedName(Scalar primitive) {
        return switch (primitive) {
            case INT -> "Integer";
            case CHAR -> "Character";
            default -> Names.capitalized(name(primitive));
        };
    }

    static String simpleName(ClassName name) {
        return String.join(".", name.simpleNames());
    }
}
