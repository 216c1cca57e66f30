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

/** Writes limits as plain {@code if}s, for one class. */
final class LimitWriter {
    private final Map<String, FieldSpec> constants = new LinkedHashMap<>();

    /** The constants that what was written refers to, since this was last asked. */
    List<FieldSpec> constants() {
        List<FieldSpec> all = List.copyOf(constants.values());
        constants.clear();
        return all;
    }

    /**
     * The statements that check a field.
     *
     * @param variable the local variable that holds its value
     * @param binding the local variable that takes what is wrong
     */
    CodeBlock write(Field field, String variable, String binding) {
        CodeBlock.Builder code = CodeBlock.builder();
        boolean optional = field.type() instanceof OptionalOf;
        CodeBlock value = optional ? CodeBlock.of("$N.get()", variable) : CodeBlock.of("$N", variable);
        for (Limit limit : field.limits()) {
            CodeBlock broken = broken(limit, value, field);
            if (optional) {
                boolean compound = broken.toString().contains("||");
                broken = CodeBlock.of(compound ? "$N.isPresent() && ($L)" : "$N.isPresent() && $L", variable, broken);
            }
            boolean own = !limit.message().isEmpty();
            code.beginControlFlow("if ($L)", broken)
                    .addStatement(
                            own ? "$N.refuseWith($S, $S)" : "$N.refuse($S, $S)",
                            binding,
                            field.name(),
                            own ? limit.message() : limit.rule())
                    .endControlFlow();
        }
        return code.build();
    }

    /** The condition under which a value breaks a limit. */
    private CodeBlock broken(Limit limit, CodeBlock value, Field field) {
        if (limit instanceof Limit.Size size) {
            return outside(size, CodeBlock.of(size.text() ? "$L.length()" : "$L.size()", value));
        }
        if (limit instanceof Limit.Min min) {
            return compared(value, "<", min.value(), field.type());
        }
        if (limit instanceof Limit.Max max) {
            return compared(value, ">", max.value(), field.type());
        }
        if (limit instanceof Limit.Matches matches) {
            return CodeBlock.of("!$N.matches($L)", regex(field.variable(), matches.expression()), value);
        }
        return CodeBlock.of("$L.isBlank()", value);
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
            // A bound that no int can reach is still one to compare with.
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
                        .initializer("$T.of($S)", RuntimeTypes.REGEX, expression)
                        .build());
        return name;
    }
}
