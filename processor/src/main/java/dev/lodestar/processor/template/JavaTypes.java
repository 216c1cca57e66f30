package dev.lodestar.processor.template;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.Boxed;
import dev.lodestar.processor.type.ValueType.EnumOf;
import dev.lodestar.processor.type.ValueType.Many;
import dev.lodestar.processor.type.ValueType.OptionalOf;
import dev.lodestar.processor.type.ValueType.Other;
import dev.lodestar.processor.type.ValueType.RecordOf;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.util.List;
import java.util.Optional;

/** How a renderer declares a local of a type. */
final class JavaTypes {
    static final ClassName HTML = ClassName.get("dev.lodestar", "Html");

    private JavaTypes() {}

    static TypeName of(ValueType type) {
        if (type instanceof Scalar scalar) {
            return of(scalar);
        }
        if (type instanceof Boxed boxed) {
            return of(boxed.primitive()).box();
        }
        if (type instanceof EnumOf enumOf) {
            return enumOf.name();
        }
        if (type instanceof RecordOf recordOf) {
            return recordOf.name();
        }
        if (type instanceof OptionalOf optional) {
            return generic(Optional.class, optional.value());
        }
        return type instanceof Many many ? of(many) : ClassName.bestGuess(((Other) type).name());
    }

    private static TypeName of(Many many) {
        return switch (many.container()) {
            case ARRAY -> ArrayTypeName.of(of(many.element()));
            case LIST -> generic(List.class, many.element());
            case ITERABLE -> generic(Iterable.class, many.element());
        };
    }

    /** With a wildcard, since the record's component may have been declared with one. */
    private static TypeName generic(Class<?> container, ValueType element) {
        return ParameterizedTypeName.get(
                ClassName.get(container), WildcardTypeName.subtypeOf(of(element).box()));
    }

    private static TypeName of(Scalar scalar) {
        return switch (scalar) {
            case STRING -> ClassName.get(String.class);
            case BOOLEAN -> TypeName.BOOLEAN;
            case CHAR -> TypeName.CHAR;
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case FLOAT -> TypeName.FLOAT;
            case DOUBLE -> TypeName.DOUBLE;
            case HTML -> HTML;
        };
    }
}
