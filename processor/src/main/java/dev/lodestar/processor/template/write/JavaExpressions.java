package dev.lodestar.processor.template.write;

import com.palantir.javapoet.CodeBlock;
import dev.lodestar.processor.template.place.Escaping;
import dev.lodestar.processor.template.step.Condition;
import dev.lodestar.processor.template.step.SuggestedNames;
import dev.lodestar.processor.template.step.TemplateTypes;
import dev.lodestar.processor.template.step.Value;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.Boxed;
import dev.lodestar.processor.type.ValueType.Container;
import dev.lodestar.processor.type.ValueType.EntryOf;
import dev.lodestar.processor.type.ValueType.EnumOf;
import dev.lodestar.processor.type.ValueType.Formatted;
import dev.lodestar.processor.type.ValueType.Many;
import dev.lodestar.processor.type.ValueType.OptionalOf;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.util.EnumSet;
import java.util.Set;

/** Writes values and conditions as Java expressions. */
final class JavaExpressions {
    /** The output's methods for these do not accept a {@code char}. */
    private static final Set<Escaping> IN_URLS =
            EnumSet.of(Escaping.URL, Escaping.LISTED_URL, Escaping.QUERY, Escaping.PARAMETER);

    private final LocalNames names;
    private final Constants constants;

    JavaExpressions(LocalNames names, Constants constants) {
        this.names = names;
        this.constants = constants;
    }

    /** The value as the record holds it; its local is not null. */
    String read(Value value) {
        String base = names.get(value.base());
        boolean isEntry = value.base().type() instanceof EntryOf;
        return value.component()
                .map(c -> base + "." + (isEntry ? "get" + SuggestedNames.capitalized(c.name()) : c.name()) + "()")
                .orElse(base);
    }

    /** What an {@code Optional} holds or null, any other value itself, and null if the local is null. */
    String nullable(Value value) {
        String read = value.type() instanceof OptionalOf optional ? held(optional, read(value)) : read(value);
        return value.guarded() ? names.get(value.base()) + " == null ? null : " + read : read;
    }

    private static String held(OptionalOf optional, String read) {
        return optional.isPrimitive()
                ? "%1$s.isPresent() ? %1$s.getAs%2$s() : null"
                        .formatted(read, SuggestedNames.capitalized(TemplateTypes.name(optional.value())))
                : read + ".orElse(null)";
    }

    /** The value as an argument of the output's methods. */
    String argument(Value value, Escaping escaping) {
        ValueType type = TemplateTypes.unwrapped(value.type());
        if (type instanceof EnumOf) {
            return read(value) + (escaping == Escaping.PARAMETER ? ".name()" : ".toString()");
        }
        if (type instanceof Formatted formatted) {
            return constants.name(formatted.format()) + ".format(" + read(value) + ")";
        }
        return IN_URLS.contains(escaping) && TemplateTypes.scalar(type) == Scalar.CHAR
                ? "String.valueOf(" + read(value) + ")"
                : nullable(value);
    }

    CodeBlock condition(Condition condition) {
        CodeBlock test = condition.negated() ? absent(condition) : present(condition);
        if (!condition.value().guarded()) {
            return test;
        }
        String base = names.get(condition.value().base());
        return condition.negated()
                ? CodeBlock.of("$L == null || $L", base, test)
                : CodeBlock.of("$L != null && $L", base, test);
    }

    private CodeBlock present(Condition condition) {
        String value = read(condition.value());
        return switch (condition.test()) {
            case TRUE -> CodeBlock.of(isBoxed(condition) ? "Boolean.TRUE.equals($L)" : "$L", value);
            case PRESENT -> CodeBlock.of(isOptional(condition) ? "$L.isPresent()" : "$L != null", value);
            case TEXT -> CodeBlock.of("$1L != null && !$1L.isEmpty()", value);
            case MARKUP -> CodeBlock.of("$1L != null && !$1L.equals($2T.EMPTY)", value, JavaTypes.HTML);
            case ELEMENTS -> CodeBlock.of("!($L)", absent(condition));
        };
    }

    private CodeBlock absent(Condition condition) {
        String value = read(condition.value());
        return switch (condition.test()) {
            case TRUE -> CodeBlock.of(isBoxed(condition) ? "!Boolean.TRUE.equals($L)" : "!$L", value);
            case PRESENT -> CodeBlock.of(isOptional(condition) ? "$L.isEmpty()" : "$L == null", value);
            case TEXT -> CodeBlock.of("$1L == null || $1L.isEmpty()", value);
            case MARKUP -> CodeBlock.of("$1L == null || $1L.equals($2T.EMPTY)", value, JavaTypes.HTML);
            case ELEMENTS -> noElements((Many) condition.value().type(), value);
        };
    }

    private static CodeBlock noElements(Many many, String value) {
        if (many.container() == Container.ARRAY) {
            return CodeBlock.of("$L.length == 0", value);
        }
        return CodeBlock.of(
                many.container() == Container.ITERABLE ? "!$L.iterator().hasNext()" : "$L.isEmpty()", value);
    }

    private static boolean isBoxed(Condition condition) {
        return condition.value().type() instanceof Boxed;
    }

    private static boolean isOptional(Condition condition) {
        return condition.value().type() instanceof OptionalOf;
    }
}
