package dev.lodestar.processor.read;

import com.palantir.javapoet.ClassName;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.read.KnownAnnotation.ComponentReader;
import dev.lodestar.processor.read.KnownAnnotation.Presentation;
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

/** Reads the compiler's types into value types, and collects every record that they reach. */
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

    private static final Map<String, ValueType> BY_NAME = Map.ofEntries(
            Map.entry("java.lang.String", Scalar.STRING),
            Map.entry("dev.lodestar.Html", Scalar.HTML),
            Map.entry("java.lang.Boolean", new ValueType.Boxed(Scalar.BOOLEAN)),
            Map.entry("java.lang.Character", new ValueType.Boxed(Scalar.CHAR)),
            Map.entry("java.lang.Byte", new ValueType.Boxed(Scalar.BYTE)),
            Map.entry("java.lang.Short", new ValueType.Boxed(Scalar.SHORT)),
            Map.entry("java.lang.Integer", new ValueType.Boxed(Scalar.INT)),
            Map.entry("java.lang.Long", new ValueType.Boxed(Scalar.LONG)),
            Map.entry("java.lang.Float", new ValueType.Boxed(Scalar.FLOAT)),
            Map.entry("java.lang.Double", new ValueType.Boxed(Scalar.DOUBLE)),
            Map.entry("java.util.OptionalInt", new ValueType.OptionalOf(Scalar.INT)),
            Map.entry("java.util.OptionalLong", new ValueType.OptionalOf(Scalar.LONG)),
            Map.entry("java.util.OptionalDouble", new ValueType.OptionalOf(Scalar.DOUBLE)));

    private final Types types;
    private final Visibility visibility;
    private final ComponentReader presentations;
    private final Diagnostics diagnostics;
    private final Map<ClassName, RecordType> records = new LinkedHashMap<>();

    TypeReader(Types types, Visibility visibility, ComponentReader presentations, Diagnostics diagnostics) {
        this.types = types;
        this.visibility = visibility;
        this.presentations = presentations;
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
            ValueType value = read(type.getTypeArguments().get(0));
            return value instanceof ValueType.OptionalOf ? other(type) : new ValueType.OptionalOf(value);
        }
        DeclaredType map = supertype(type, "java.util.Map");
        return map == null ? readIterable(type, name) : readMap(map);
    }

    private ValueType readIterable(DeclaredType type, String name) {
        DeclaredType iterable = supertype(type, "java.lang.Iterable");
        if (iterable == null || iterable.getTypeArguments().size() != 1) {
            return other(type);
        }
        Container container = name.equals("java.util.List") ? Container.LIST : Container.ITERABLE;
        return new ValueType.Many(read(upperBound(iterable.getTypeArguments().get(0))), container);
    }

    private ValueType readMap(DeclaredType map) {
        if (map.getTypeArguments().size() != 2) {
            return other(map);
        }
        ValueType key = read(upperBound(map.getTypeArguments().get(0)));
        ValueType value = read(upperBound(map.getTypeArguments().get(1)));
        return new ValueType.Many(new ValueType.EntryOf(key, value), Container.MAP);
    }

    /** The supertype of this name, with its type arguments; null if the type has no such supertype. */
    private @Nullable DeclaredType supertype(TypeMirror type, String name) {
        if (type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name)) {
            return declared;
        }
        for (TypeMirror supertype : types.directSupertypes(type)) {
            DeclaredType found = supertype(supertype, name);
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

    /** Reads a record; its components only the first time. */
    ValueType.RecordOf record(TypeElement element) {
        ClassName name = ClassName.get(element);
        if (!records.containsKey(name)) {
            // A record may contain itself, so it must be known before its components are read.
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

    /** Whether generated code can refer to a type; if not, that was reported on its owner. */
    boolean canName(TypeMirror type, Element owner, String subject) {
        Optional<String> obstacle = visibility.obstacle(type);
        obstacle.ifPresent(why -> diagnostics.error(
                ElementOrigin.of(owner),
                Rule.NOT_VISIBLE,
                subject + " has the type " + type + ", which is not visible to generated code: " + why));
        return obstacle.isEmpty();
    }

    private RecordType.Component component(RecordComponentElement component) {
        canName(
                component.asType(),
                component,
                "The component " + component.getEnclosingElement().getSimpleName() + "." + component.getSimpleName());
        ValueType type = read(component.asType());
        for (Presentation<?> presentation : AnnotationRegistry.presentations().toList()) {
            type = presentation.read(component, type, presentations);
        }
        return new RecordType.Component(component.getSimpleName().toString(), type);
    }

    private static ValueType other(TypeMirror type) {
        boolean isPlain = type instanceof DeclaredType declared
                && declared.getTypeArguments().isEmpty();
        // Not toString, which would include type annotations.
        return new ValueType.Other(isPlain ? ((DeclaredType) type).asElement().toString() : type.toString());
    }
}
