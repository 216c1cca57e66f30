package dev.lodestar.processor.template;

import com.palantir.javapoet.ClassName;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.Boxed;
import dev.lodestar.processor.type.ValueType.EnumOf;
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
        return type instanceof Scalar || type instanceof Boxed || type instanceof EnumOf;
    }

    /** Whether writing it needs a look whether it is null; the output itself takes null for text and {@code Html}. */
    static boolean needsPresence(ValueType type) {
        return type instanceof Boxed || type instanceof EnumOf;
    }

    /** What an {@code Optional} holds; any other type as it is. */
    static ValueType unwrapped(ValueType type) {
        return type instanceof OptionalOf optional ? optional.value() : type;
    }

    /** The scalar that a value is written as: that of a boxed one, and text for an enum. */
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

    private static String name(ValueType type) {
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
        if (type instanceof OptionalOf optional) {
            return "Optional<" + name(optional.value()) + ">";
        }
        return type instanceof Many many ? name(many) : ((Other) type).name();
    }

    private static String name(Many many) {
        return switch (many.container()) {
            case ARRAY -> name(many.element()) + "[]";
            case LIST -> "List<" + name(many.element()) + ">";
            case ITERABLE -> "Iterable<" + name(many.element()) + ">";
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
