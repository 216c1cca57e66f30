package dev.lodestar.processor.read;

import com.palantir.javapoet.ClassName;
import dev.lodestar.Upload;
import dev.lodestar.processor.type.RecordType;
import dev.lodestar.processor.type.TextForms;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.Boxed;
import dev.lodestar.processor.type.ValueType.Container;
import dev.lodestar.processor.type.ValueType.EnumOf;
import dev.lodestar.processor.type.ValueType.Formatted;
import dev.lodestar.processor.type.ValueType.Many;
import dev.lodestar.processor.type.ValueType.OptionalOf;
import dev.lodestar.processor.type.ValueType.Other;
import dev.lodestar.processor.type.ValueType.RecordOf;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Knows which types can be read from a request. Its answers complete a sentence that begins with the parameter. */
final class BindableTypes {
    static final String DECIMAL = "java.math.BigDecimal";

    private static final ClassName UPLOAD = ClassName.get(Upload.class);

    private static final Set<Scalar> SCALARS =
            Set.of(Scalar.STRING, Scalar.BOOLEAN, Scalar.INT, Scalar.LONG, Scalar.DOUBLE);
    private static final String THE_TYPES = "String, boolean, int, long, double, BigDecimal, LocalDate, LocalTime,"
            + " LocalDateTime, YearMonth, Instant, an enum";

    private final TypeReader types;

    BindableTypes(TypeReader types) {
        this.types = types;
    }

    /** Why a query parameter cannot have the type; empty if it can. */
    Optional<String> whyNotFromQuery(ValueType type) {
        ValueType inner = type instanceof OptionalOf optional && !optional.isPrimitive()
                ? unboxed(optional.value())
                : type instanceof Many many && many.container() == Container.LIST ? unboxed(many.element()) : type;
        return isScalar(inner)
                ? Optional.empty()
                : Optional.of("has a type that a query cannot carry. Use " + THE_TYPES
                        + ", or an Optional or a List of one of these.");
    }

    /** Why a signal cannot have the type; empty if it can. */
    Optional<String> whyNotFromSignals(ValueType type) {
        return whyNot(type, new HashSet<>());
    }

    private Optional<String> whyNot(ValueType type, Set<ClassName> seen) {
        if (isScalar(type)) {
            return Optional.empty();
        }
        if (type instanceof Boxed boxed) {
            return Optional.of("has the type " + boxed.primitive().name().toLowerCase(Locale.ROOT)
                    + " in its boxed form, which would be null when the value is missing. Use the primitive type if"
                    + " the value is required, and an Optional if it is not.");
        }
        if (type instanceof OptionalOf optional && !optional.isPrimitive()) {
            return whyNot(unboxed(optional.value()), seen);
        }
        if (type instanceof Many many && many.container() == Container.LIST) {
            return whyNot(unboxed(many.element()), seen);
        }
        if (type instanceof RecordOf record && record.name().equals(UPLOAD)) {
            return Optional.of(
                    "has the type Upload, which no signal carries. Take a Request, and read the form's files from it,"
                            + " as"
                            + " in request.files(\"photo\").");
        }
        if (type instanceof RecordOf record) {
            return seen.add(record.name()) ? whyNotComponents(record.name(), seen) : Optional.empty();
        }
        String found = type instanceof Other other ? "the type " + other.name() + ", which" : "a type that";
        return Optional.of("has " + found + " cannot be read from signals. Use " + THE_TYPES
                + ", a record of these, or an Optional or a List of any of them.");
    }

    private Optional<String> whyNotComponents(ClassName record, Set<ClassName> seen) {
        for (RecordType.Component component : types.records().get(record).components()) {
            Optional<String> why = whyNot(component.type(), seen);
            if (why.isPresent()) {
                return Optional.of("is bound from a record whose component " + record.simpleName() + "."
                        + component.name() + " " + why.get());
            }
        }
        return Optional.empty();
    }

    private static boolean isScalar(ValueType type) {
        return type instanceof EnumOf
                || type instanceof Formatted formatted && isScalar(formatted.plain())
                || type instanceof Scalar scalar && SCALARS.contains(scalar)
                || type instanceof Other other
                        && (other.name().equals(DECIMAL)
                                || TextForms.of(other.name()).isPresent());
    }

    /** The type of a container's values: containers hold no primitives, so a wrapper stands for one. */
    private static ValueType unboxed(ValueType type) {
        return type instanceof Boxed boxed ? boxed.primitive() : type;
    }
}
