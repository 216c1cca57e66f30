package dev.lodestar.processor.code;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.lodestar.processor.application.Field;
import dev.lodestar.processor.type.TextForms;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.Boxed;
import dev.lodestar.processor.type.ValueType.EnumOf;
import dev.lodestar.processor.type.ValueType.Formatted;
import dev.lodestar.processor.type.ValueType.Many;
import dev.lodestar.processor.type.ValueType.OptionalOf;
import dev.lodestar.processor.type.ValueType.Other;
import dev.lodestar.processor.type.ValueType.RecordOf;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.util.Set;

/** Writes the expressions that read a typed value from {@code dev.lodestar.Fields}. */
final class FieldReading {
    static final ClassName FIELDS = ClassName.get("dev.lodestar", "Fields");

    /** The names of parameters in the expressions, which must mean nothing else there. */
    static final Set<String> LAMBDA_PARAMETERS = Set.of("in", "at");

    private final RecordClassNames binders;

    FieldReading(RecordClassNames binders) {
        this.binders = binders;
    }

    /**
     * The expression that reads a field.
     *
     * @param fields an expression for the {@code Fields} to read from
     */
    CodeBlock read(String fields, Field field) {
        return read(fields, JavaLiteral.of(field.name()), field.type());
    }

    private CodeBlock read(String fields, CodeBlock name, ValueType type) {
        if (type instanceof OptionalOf optional) {
            return CodeBlock.of("$L.optional($L, $L)", fields, name, reader(optional.value()));
        }
        if (type instanceof Many many) {
            return CodeBlock.of("$L.list($L, $L)", fields, name, reader(many.element()));
        }
        if (type instanceof EnumOf constant) {
            return CodeBlock.of("$L.constant($L, $T.values())", fields, name, constant.name());
        }
        if (type instanceof RecordOf record) {
            return CodeBlock.of("$L.object($L, $T::bind)", fields, name, binders.of(record.name()));
        }
        if (type instanceof Formatted formatted) {
            return read(fields, name, formatted.plain());
        }
        if (type instanceof Other other) {
            return TextForms.of(other.name())
                    .map(form -> CodeBlock.of(
                            "$L.parsed($L, $S, $T::parse)", fields, name, form, ClassName.bestGuess(other.name())))
                    .orElse(CodeBlock.of("$L.decimal($L)", fields, name));
        }
        return CodeBlock.of("$L.$L($L)", fields, method(type), name);
    }

    /** A function that reads a value of the type, given the {@code Fields} and a name. */
    private CodeBlock reader(ValueType type) {
        return type instanceof Scalar || type instanceof Boxed
                ? CodeBlock.of("$T::$L", FIELDS, method(type))
                : CodeBlock.of("(in, at) -> $L", read("in", CodeBlock.of("at"), type));
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
                        "No request carries a value of type " + type + ", so it should have been refused.");
        };
    }
}
