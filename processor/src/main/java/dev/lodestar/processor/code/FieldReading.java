package dev.lodestar.processor.code;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.Boxed;
import dev.lodestar.processor.type.ValueType.EnumOf;
import dev.lodestar.processor.type.ValueType.Many;
import dev.lodestar.processor.type.ValueType.OptionalOf;
import dev.lodestar.processor.type.ValueType.RecordOf;
import dev.lodestar.processor.type.ValueType.Scalar;

/** Writes the expressions that read a typed value from {@code dev.lodestar.Fields}. */
final class FieldReading {
    static final ClassName FIELDS = ClassName.get("dev.lodestar", "Fields");

    private final RecordClassNames binders;

    FieldReading(RecordClassNames binders) {
        this.binders = binders;
    }

    /**
     * The expression that reads a value.
     *
     * @param fields an expression for the fields
     * @param name an expression for the field's name
     */
    CodeBlock read(CodeBlock fields, CodeBlock name, ValueType type) {
        if (type instanceof OptionalOf optional) {
            return CodeBlock.of("$L.optional($L, $L)", fields, name, reader(optional.value()));
        }
        if (type instanceof Many many) {
            return CodeBlock.of("$L.list($L, $L)", fields, name, reader(many.element()));
        }
        if (type instanceof EnumOf constant) {
            return CodeBlock.of("$L.constant($L, $T::valueOf)", fields, name, constant.name());
        }
        if (type instanceof RecordOf record) {
            return CodeBlock.of("$T.bind($L.object($L))", binders.of(record.name()), fields, name);
        }
        return CodeBlock.of("$L.$L($L)", fields, method(type), name);
    }

    /** A function of the fields and a name. */
    private CodeBlock reader(ValueType type) {
        if (type instanceof Scalar || type instanceof Boxed) {
            return CodeBlock.of("$T::$L", FIELDS, method(type));
        }
        return CodeBlock.of("(in, at) -> $L", read(CodeBlock.of("in"), CodeBlock.of("at"), type));
    }

    private static String method(ValueType type) {
        Scalar scalar = type instanceof Boxed boxed ? boxed.primitive() : (Scalar) type;
        return switch (scalar) {
            case STRING -> "string";
            case BOOLEAN -> "bool";
            case INT -> "integer";
            case LONG -> "longInteger";
            case DOUBLE -> "number";
            case CHAR, BYTE, SHORT, FLOAT, HTML ->
                throw new IllegalArgumentException(
                        "No request carries a value of type " + type + "; the reader lets none pass.");
        };
    }
}
