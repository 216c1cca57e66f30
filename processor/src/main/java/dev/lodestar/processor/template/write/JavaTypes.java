package dev.lodestar.processor.template.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.lodestar.processor.template.step.TemplateTypes;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.Boxed;
import dev.lodestar.processor.type.ValueType.EntryOf;
import dev.lodestar.processor.type.ValueType.EnumOf;
import dev.lodestar.processor.type.ValueType.Formatted;
import dev.lodestar.processor.type.ValueType.Many;
import dev.lodestar.processor.type.ValueType.OptionalOf;
import dev.lodestar.processor.type.ValueType.RecordOf;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Java types of a renderer's locals. */
final class JavaTypes {
    static final ClassName ENTRY = ClassName.get(Map.Entry.class);
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
        if (type instanceof Formatted formatted) {
            return formatted.type();
        }
        if (type instanceof OptionalOf optional) {
            return optional.isPrimitive()
                    ? ClassName.get("java.util", TemplateTypes.name(optional))
                    : generic(ClassName.get(Optional.class), optional.value());
        }
        if (type instanceof EntryOf entry) {
            return generic(ENTRY, entry.key(), entry.value());
        }
        return type instanceof Many many ? of(many) : ClassName.OBJECT;
    }

    private static TypeName of(Many many) {
        return switch (many.container()) {
            case ARRAY -> ArrayTypeName.of(of(many.element()));
            case LIST -> generic(ClassName.get(List.class), many.element());
            case ITERABLE -> generic(ClassName.get(Iterable.class), many.element());
            case MAP -> map((EntryOf) many.element());
        };
    }

    /** With a wildcard, since the record's component may be declared with one. */
    private static TypeName generic(ClassName container, ValueType... arguments) {
        return ParameterizedTypeName.get(
                container,
                Arrays.stream(arguments)
                        .map(argument -> WildcardTypeName.subtypeOf(of(argument).box()))
                        .toArray(TypeName[]::new));
    }

    private static TypeName map(EntryOf entry) {
        return generic(ClassName.get(Map.class), entry.key(), entry.value());
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
