package dev.lodestar.processor.template.step;

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
public final class TemplateTypes {
    private TemplateTypes() {}

    /** Whether a tag can write it once it is known to be present. */
    public static boolean isPrintable(ValueType type) {
        return type instanceof Scalar || type instanceof Boxed || type instanceof EnumOf || type instanceof Formatted;
    }

    /**
     * Whether it must be checked for null before it is written; the output itself accepts null for text and {@code
     * Html}.
     */
    public static boolean needsPresence(ValueType type) {
        return type instanceof Boxed || type instanceof EnumOf || type instanceof Formatted;
    }

    /** Whether it has components that a tag can name. */
    public static boolean hasNames(ValueType type) {
        return type instanceof RecordOf || type instanceof EntryOf;
    }

    /** The type that an {@code Optional} holds; any other type itself. */
    public static ValueType unwrapped(ValueType type) {
        return type instanceof OptionalOf optional ? optional.value() : type;
    }

    /** The scalar that a value is written as: the primitive of a boxed type, and text for an enum or a time. */
    public static Scalar scalar(ValueType type) {
        if (type instanceof Scalar scalar) {
            return scalar;
        }
        return type instanceof Boxed boxed ? boxed.primitive() : Scalar.STRING;
    }

    public static boolean isNumber(Scalar scalar) {
        return switch (scalar) {
            case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> true;
            case STRING, BOOLEAN, CHAR, HTML -> false;
        };
    }

    /** The type with an article, for messages. */
    public static String described(ValueType type) {
        String name = name(type);
        return ("aeiou".indexOf(Character.toLowerCase(name.charAt(0))) >= 0 ? "an " : "a ") + name;
    }

    /** The type as in source code. */
    public static String name(ValueType type) {
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
                    ? "Optional" + SuggestedNames.capitalized(name(optional.value()))
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
            default -> SuggestedNames.capitalized(name(primitive));
        };
    }

    public static String simpleName(ClassName name) {
        return String.join(".", name.simpleNames());
    }
}
