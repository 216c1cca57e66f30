package dev.lodestar.processor.code;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.Boxed;
import dev.lodestar.processor.type.ValueType.EnumOf;
import dev.lodestar.processor.type.ValueType.Many;
import dev.lodestar.processor.type.ValueType.OptionalOf;
import dev.lodestar.processor.type.ValueType.Other;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.util.List;
import java.util.Optional;

/** Maps the types that a query can carry to the types of method parameters. */
final class QueryTypes {
    private QueryTypes() {}

    static TypeName of(ValueType type) {
        if (type instanceof OptionalOf optional) {
            return ParameterizedTypeName.get(
                    ClassName.get(Optional.class), of(optional.value()).box());
        }
        if (type instanceof Many many) {
            return ParameterizedTypeName.get(
                    ClassName.get(List.class), of(many.element()).box());
        }
        if (type instanceof EnumOf constant) {
            return constant.name();
        }
        if (type instanceof Other other) {
            return ClassName.bestGuess(other.name());
        }
        return switch (type instanceof Boxed boxed ? boxed.primitive() : (Scalar) type) {
            case STRING -> ClassName.get(String.class);
            case BOOLEAN -> TypeName.BOOLEAN;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case DOUBLE -> TypeName.DOUBLE;
            case CHAR, BYTE, SHORT, FLOAT, HTML ->
                throw new IllegalArgumentException(
                        "No query carries a value of type " + type + ", so it should have been refused.");
        };
    }

    static boolean hasEnum(ValueType type) {
        return type instanceof EnumOf
                || type instanceof OptionalOf optional && hasEnum(optional.value())
                || type instanceof Many many && hasEnum(many.element());
    }
}
