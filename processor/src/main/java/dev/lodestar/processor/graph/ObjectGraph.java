package dev.lodestar.processor.graph;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * The application's objects in an order in which they can be created.
 *
 * @param objects the objects, each after those that it needs
 * @param thrown the exceptions that creating them declares
 */
public record ObjectGraph(List<Made> objects, List<TypeName> thrown) {
    /** The application's store. */
    public static final ClassName STORE = ClassName.get("dev.lodestar.store", "Store");

    /**
     * Micrometer's registry: if the application provides one, the server uses it, whether or not anything asks for it.
     */
    public static final ClassName METER_REGISTRY = ClassName.get("io.micrometer.core.instrument", "MeterRegistry");

    /** Copies the lists. */
    public ObjectGraph {
        objects = List.copyOf(objects);
        thrown = List.copyOf(thrown);
    }

    /**
     * One object.
     *
     * @param type its type
     * @param variable the name of the local variable that holds it
     * @param expression the call that creates it
     * @param closeable whether it is {@code AutoCloseable}, so that the server closes it
     */
    public record Made(TypeName type, String variable, CodeBlock expression, boolean closeable) {}

    /**
     * Returns the variable that holds the object of a type.
     *
     * @throws IllegalArgumentException if the graph has none
     */
    public String variable(TypeName type) {
        return objects.stream()
                .filter(made -> made.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No object of type " + type + " was resolved."))
                .variable();
    }
}
