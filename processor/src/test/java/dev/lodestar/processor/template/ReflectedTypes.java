package dev.lodestar.processor.template;

import com.palantir.javapoet.ClassName;
import dev.lodestar.Html;
import dev.lodestar.processor.type.RecordType;
import dev.lodestar.processor.type.RecordType.Component;
import dev.lodestar.processor.type.RecordTypes;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.Boxed;
import dev.lodestar.processor.type.ValueType.Container;
import dev.lodestar.processor.type.ValueType.EntryOf;
import dev.lodestar.processor.type.ValueType.EnumOf;
import dev.lodestar.processor.type.ValueType.Many;
import dev.lodestar.processor.type.ValueType.OptionalOf;
import dev.lodestar.processor.type.ValueType.Other;
import dev.lodestar.processor.type.ValueType.RecordOf;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the records of a test from their classes, as the processor reads them from their source. */
final class ReflectedTypes {
    private static final Map<Class<?>, Scalar> BOXES = Map.of(
            Boolean.class, Scalar.BOOLEAN,
            Character.class, Scalar.CHAR,
            Integer.class, Scalar.INT,
            Long.class, Scalar.LONG,
            Double.class, Scalar.DOUBLE);

    private ReflectedTypes() {}

    static RecordTypes of(Collection<Class<?>> classes) {
        return new RecordTypes(classes.stream()
                .filter(Class::isRecord)
                .map(ReflectedTypes::record)
                .collect(Collectors.toMap(RecordType::name, Function.identity())));
    }

    private static RecordType record(Class<?> type) {
        return new RecordType(
                ClassName.get(type),
                Arrays.stream(type.getRecordComponents())
                        .map(c -> new Component(c.getName(), type(c.getGenericType())))
                        .toList());
    }

    private static ValueType type(Type type) {
        if (type instanceof ParameterizedType generic) {
            ValueType argument = type(generic.getActualTypeArguments()[0]);
            if (generic.getRawType() == Map.class) {
                return new Many(new EntryOf(argument, type(generic.getActualTypeArguments()[1])), Container.MAP);
            }
            if (generic.getRawType() == Optional.class) {
                return new OptionalOf(argument);
            }
            boolean list = generic.getRawType() == List.class;
            return new Many(argument, list ? Container.LIST : Container.ITERABLE);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isArray()) {
            return new Many(type(plain.getComponentType()), Container.ARRAY);
        }
        if (plain.isPrimitive()) {
            return Scalar.valueOf(plain.getName().toUpperCase(Locale.ROOT));
        }
        if (BOXES.containsKey(plain)) {
            return new Boxed(BOXES.get(plain));
        }
        if (plain == String.class || plain == Html.class) {
            return plain == Html.class ? Scalar.HTML : Scalar.STRING;
        }
        if (plain.isEnum()) {
            return new EnumOf(ClassName.get(plain));
        }
        if (plain == OptionalInt.class) {
            return new OptionalOf(Scalar.INT);
        }
        return plain.isRecord() ? new RecordOf(ClassName.get(plain)) : new Other(plain.getSimpleName());
    }
}
