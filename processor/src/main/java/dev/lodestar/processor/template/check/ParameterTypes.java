package dev.lodestar.processor.template.check;

import dev.lodestar.processor.template.step.TemplateTypes;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.EnumOf;
import dev.lodestar.processor.type.ValueType.Many;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells which values a handler can read from a parameter of a type. */
final class ParameterTypes {
    private static final Set<Scalar> WHOLE = Set.of(Scalar.BYTE, Scalar.SHORT, Scalar.INT, Scalar.LONG);
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d+");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private ParameterTypes() {}

    /** The type of a single value of a parameter, which may be absent or repeated. */
    static ValueType single(ValueType declared) {
        return declared instanceof Many many ? many.element() : TemplateTypes.unwrapped(declared);
    }

    /**
     * Whether every value of a type can be read.
     *
     * @param parameter the type of one value
     * @param given the type of the argument when it is present
     */
    static boolean take(ValueType parameter, ValueType given) {
        if (parameter instanceof EnumOf constant) {
            return given.equals(constant) || given == Scalar.STRING;
        }
        Scalar scalar = TemplateTypes.scalar(given);
        return switch (TemplateTypes.scalar(parameter)) {
            case INT, LONG -> WHOLE.contains(scalar);
            case DOUBLE -> TemplateTypes.isNumber(scalar);
            case BOOLEAN -> scalar == Scalar.BOOLEAN;
            default -> true;
        };
    }

    /** Whether constant text can be read; the constants of an enum are not known here. */
    static boolean take(ValueType parameter, String text) {
        return switch (TemplateTypes.scalar(parameter)) {
            case INT, LONG -> WHOLE_NUMBER.matcher(text).matches();
            case DOUBLE -> NUMBER.matcher(text).matches();
            case BOOLEAN -> text.equals("true") || text.equals("false");
            default -> true;
        };
    }
}
