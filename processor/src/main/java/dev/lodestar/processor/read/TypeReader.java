package dev.lodestar.processor.read;

import com.palantir.javapoet.ClassName;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.type.RecordType;
import dev.lodestar.processor.type.RecordTypes;
import dev.lodestar.processor.type.ValueType;
import dev.lodestar.processor.type.ValueType.Container;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads Java types into values, and gathers every record that they reach. */
final class TypeReader {
    private static final Map<TypeKind, Scalar> PRIMITIVES = Map.of(
            TypeKind.BOOLEAN, Scalar.BOOLEAN,
            TypeKind.CHAR, Scalar.CHAR,
            TypeKind.BYTE, Scalar.BYTE,
            TypeKind.SHORT, Scalar.SHORT,
            TypeKind.INT, Scalar.INT,
            TypeKind.LONG, Scalar.LONG,
            TypeKind.FLOAT, Scalar.FLOAT,
            TypeKind.DOUBLE, Scalar.DOUBLE);

    private static final Map<String, ValueType> BY_NAME = Map.of(
            "java.lang.String", Scalar.STRING,
            "dev.lodestar.Html", Scalar.HTML,
            "java.lang.Boolean", new ValueType.Boxed(Scalar.BOOLEAN),
            "java.lang.Character", new ValueType.Boxed(Scalar.CHAR),
            "java.lang.Byte", new ValueType.Boxed(Scalar.BYTE),
            "java.lang.Short", new ValueType.Boxed(Scalar.SHORT),
            "java.lang.Integer", new ValueType.Boxed(Scalar.INT),
            "java.lang.Long", new ValueType.Boxed(Scalar.LONG),
            "java.lang.Float", new ValueType.Boxed(Scalar.FLOAT),
            "java.lang.Double", new ValueType.Boxed(Scalar.DOUBLE));

    private final Types types;
    private final Visibility visibility;
    private final Diagnostics diagnostics;
    private final Map<ClassName, RecordType> records = new LinkedHashMap<>();

    TypeReader(Types types, Visibility visibility, Diagnostics diagnostics) {
        this.types = types;
        this.visibility = visibility;
        this.diagnostics = diagnostics;
    }

    /** The records read so far. */
    RecordTypes records() {
        return new RecordTypes(records);
    }

    ValueType read(TypeMirror type) {
        Scalar primitive = PRIMITIVES.get(type.getKind());
        if (primitive != null) {
            return primitive;
        }
        if (type instanceof ArrayType array) {
            return new ValueType.Many(read(array.getComponentType()), Container.ARRAY);
        }
        if (type.getKind() == TypeKind.DECLARED) {
            return readDeclared((DeclaredType) type);
        }
        return other(type);
    }

    private ValueType readDeclared(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        String name = element.getQualifiedName().toString();
        ValueType known = BY_NAME.get(name);
        if (known != null) {
            return known;
        }
        if (element.getKind() == ElementKind.ENUM) {
            return new ValueType.EnumOf(ClassName.get(element));
        }
        if (element.getKind() == ElementKind.RECORD
                && element.getTypeParameters().isEmpty()) {
            return record(element);
        }
        if (name.equals("java.util.Optional") && type.getTypeArguments().size() == 1) {
            return new ValueType.OptionalOf(read(type.getTypeArguments().get(0)));
        }
        return readIterable(type, name);
    }

    private ValueType readIterable(DeclaredType type, String name) {
        DeclaredType iterable = iterable(type);
        if (iterable == null || iterable.getTypeArguments().size() != 1) {
            return other(type);
        }
        Container container = name.equals("java.util.List") ? Container.LIST : Container.ITERABLE;
        return new ValueType.Many(read(upperBound(iterable.getTypeArguments().get(0))), container);
    }

    /** {@code Iterable<T>} as this type implements it, or null. */
    private @Nullable DeclaredType iterable(TypeMirror type) {
        if (type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.lang.Iterable")) {
            return declared;
        }
        for (TypeMirror supertype : types.directSupertypes(type)) {
            DeclaredType found = iterable(supertype);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private TypeMirror upperBound(TypeMirror argument) {
        if (argument instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
            return wildcard.getExtendsBound();
        }
        return argument;
    }

    /** Reads a record and, once, its components. */
    ValueType.RecordOf record(TypeElement element) {
        ClassName name = ClassName.get(element);
        if (!records.containsKey(name)) {
            // A record may contain itself: it must be known before its components are read.
            records.put(name, new RecordType(name, List.of()));
            records.put(
                    name,
                    new RecordType(
                            name,
                            ElementFilter.recordComponentsIn(element.getEnclosedElements()).stream()
                                    .map(this::component)
                                    .toList()));
        }
        return new ValueType.RecordOf(name);
    }

    /** Whether generated code can name a type; if not, that was reported on what has it. */
    boolean canName(TypeMirror type, Element owner, String subject) {
        Optional<String> obstacle = visibility.obstacle(type);
        obstacle.ifPresent(why -> diagnostics.error(
                ElementOrigin.of(owner),
                Rule.NOT_VISIBLE,
                subject + " has the type " + type + ", which generated code cannot name: " + why));
        return obstacle.isEmpty();
    }

    private RecordType.Component component(RecordComponentElement component) {
        canName(
                component.asType(),
                component,
                "The component " + component.getEnclosingElement().getSimpleName() + "." + component.getSimpleName());
        return new RecordType.Component(component.getSimpleName().toString(), read(component.asType()));
    }

    private static ValueType other(TypeMirror type) {
        return new ValueType.Other(type.toString());
    }
}
