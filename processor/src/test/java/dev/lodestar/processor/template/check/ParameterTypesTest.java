package dev.lodestar.processor.template.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javapoet.ClassName;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.Boxed;
import dev.lodestar.processor.type.ValueType.EnumOf;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTypesTest {
    private static final Map<String, ValueType> TYPES = Map.of(
            "String", Scalar.STRING,
            "boolean", Scalar.BOOLEAN,
            "char", Scalar.CHAR,
            "int", Scalar.INT,
            "Long", new Boxed(Scalar.LONG),
            "double", Scalar.DOUBLE,
            "Sort", new EnumOf(ClassName.get("app", "Sort")),
            "Size", new EnumOf(ClassName.get("app", "Size")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "String  | Long Size Sort String boolean char double int",
                "int     | Long int",
                "Long    | Long int",
                "double  | Long double int",
                "boolean | boolean",
                "Sort    | Sort String",
            })
    void acceptWhatTheirHandlerCanRead(String parameter, String taken) {
        ValueType type = TYPES.getOrDefault(parameter, Scalar.HTML);
        assertEquals(
                taken,
                TYPES.keySet().stream()
                        .filter(name -> ParameterTypes.take(type, TYPES.getOrDefault(name, Scalar.HTML)))
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "String  | 1 -2 1.5 true x",
                "int     | 1 -2",
                "Long    | 1 -2",
                "double  | 1 -2 1.5",
                "boolean | true",
                "Sort    | 1 -2 1.5 true x",
            })
    void acceptConstantsOfTheirForm(String parameter, String taken) {
        ValueType type = TYPES.getOrDefault(parameter, Scalar.HTML);
        assertEquals(
                taken,
                Stream.of("1", "-2", "1.5", "true", "x")
                        .filter(text -> ParameterTypes.take(type, text))
                        .collect(Collectors.joining(" ")));
    }
}
