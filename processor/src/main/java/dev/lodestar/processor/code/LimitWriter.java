package dev.lodestar.processor.code;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.lodestar.processor.application.Field;
import dev.lodestar.processor.application.Limit;
import dev.lodestar.processor.name.ConstantName;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.Boxed;
import dev.lodestar.processor.type.ValueType.OptionalOf;
import dev.lodestar.processor.type.ValueType.Other;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the limits of one class as plain {@code if} statements. */
final class LimitWriter {
    private final Map<String, FieldSpec> constants = new LinkedHashMap<>();

    /** The constants for the statements written since this method was last called. */
    List<FieldSpec> constants() {
        List<FieldSpec> all = List.copyOf(constants.values());
        constants.clear();
        return all;
    }

    /**
     * The statements that check the size of a list. They come before it is read, so that a list of the wrong size is
     * not read at all.
     *
     * @param binding the local variable to read the field from, which also collects problems
     */
    CodeBlock beforeReading(Field field, String binding) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Limit limit : field.limits()) {
            if (limit instanceof Limit.Size size && !size.text()) {
                CodeBlock bounds = CodeBlock.of(
                        size.hasMax() ? "$L, $L" : "$L, $T.MAX_VALUE",
                        size.min(),
                        size.hasMax() ? size.max() : Integer.class);
                CodeBlock name = JavaLiteral.of(field.name());
                CodeBlock broken = CodeBlock.of("!$N.hasSize($L, $L)", binding, name, bounds);
                if (field.type() instanceof OptionalOf) {
                    broken = CodeBlock.of("$N.has($L) && $L", binding, name, broken);
                }
                code.beginControlFlow("if ($L)", broken)
                        .add(refusal(limit, field, binding))
                        .endControlFlow();
            }
        }
        return code.build();
    }

    /**
     * The statements that check the value of a field. Each limit is checked only if those before it hold, so that no
     * expression is matched against a text that is too long.
     *
     * @param variable the local variable that holds the value
     * @param binding the local variable that collects problems
     */
    CodeBlock afterReading(Field field, String variable, String binding) {
        CodeBlock.Builder code = CodeBlock.builder();
        boolean optional = field.type() instanceof OptionalOf;
        CodeBlock value = optional ? CodeBlock.of("$N.get()", variable) : CodeBlock.of("$N", variable);
        boolean first = true;
        for (Limit limit : field.limits()) {
            if (limit instanceof Limit.Size size && !size.text()) {
                continue;
            }
            CodeBlock broken = broken(limit, value, field, binding);
            if (optional) {
                boolean compound = broken.toString().contains("||");
                broken = CodeBlock.of(compound ? "$N.isPresent() && ($L)" : "$N.isPresent() && $L", variable, broken);
            }
            if (first) {
                code.beginControlFlow("if ($L)", broken);
            } else {
                code.nextControlFlow("else if ($L)", broken);
            }
            code.add(refusal(limit, field, binding));
            first = false;
        }
        return first ? code.build() : code.endControlFlow().build();
    }

    private static CodeBlock refusal(Limit limit, Field field, String binding) {
        boolean own = !limit.message().isEmpty();
        return CodeBlock.builder()
                .addStatement(
                        own ? "$N.refuseWith($L, $L)" : "$N.refuse($L, $L)",
                        binding,
                        JavaLiteral.of(field.name()),
                        JavaLiteral.of(own ? limit.message() : limit.rule()))
                .build();
    }

    /** The condition under which a value breaks a limit. */
    private CodeBlock broken(Limit limit, CodeBlock value, Field field, String binding) {
        if (limit instanceof Limit.Size size) {
            return outside(size, CodeBlock.of("$L.length()", value));
        }
        if (limit instanceof Limit.Min min) {
            return compared(value, "<", min.value(), field.type());
        }
        if (limit instanceof Limit.Max max) {
            return compared(value, ">", max.value(), field.type());
        }
        if (limit instanceof Limit.Matches matches) {
            return CodeBlock.of("!$N.matches($N, $L)", binding, regex(field.variable(), matches.expression()), value);
        }
        if (limit instanceof Limit.NotBlank) {
            return CodeBlock.of("$L.isBlank()", value);
        }
        throw new IllegalStateException("There is no condition for " + limit + ".");
    }

    private static CodeBlock outside(Limit.Size size, CodeBlock length) {
        CodeBlock less = CodeBlock.of("$L < $L", length, size.min());
        CodeBlock more = CodeBlock.of("$L > $L", length, size.max());
        if (!size.hasMax()) {
            return less;
        }
        return size.min() == 0 ? more : CodeBlock.of("$L || $L", less, more);
    }

    private static CodeBlock compared(CodeBlock value, String operator, BigDecimal bound, ValueType type) {
        ValueType inner = type instanceof OptionalOf optional ? optional.value() : type;
        if (inner instanceof Other) {
            return CodeBlock.of(
                    "$L.compareTo(new $T($S)) $L 0", value, BigDecimal.class, bound.toPlainString(), operator);
        }
        Scalar scalar = inner instanceof Boxed boxed ? boxed.primitive() : (Scalar) inner;
        return CodeBlock.of("$L $L $L", value, operator, literal(bound, scalar));
    }

    private static String literal(BigDecimal bound, Scalar scalar) {
        return switch (scalar) {
            case DOUBLE -> Double.toString(bound.doubleValue());
            case LONG -> bound.toPlainString() + "L";
            // A bound beyond the range of int is compared as a long.
            default -> bound.intValue() == bound.longValue() ? bound.toPlainString() : bound.toPlainString() + "L";
        };
    }

    private String regex(String variable, String expression) {
        String base = ConstantName.of(variable + "_pattern");
        String name = base;
        for (int i = 2; constants.containsKey(name); i++) {
            name = base + "_" + i;
        }
        constants.put(
                name,
                FieldSpec.builder(RuntimeTypes.REGEX, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("$T.of($L)", RuntimeTypes.REGEX, JavaLiteral.of(expression))
                        .build());
        return name;
    }
}
