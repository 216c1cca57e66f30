package dev.lodestar.processor.graph;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.lodestar.processor.diagnostic.Origin;
import java.util.List;

/** Where an object of a type comes from. */
public sealed interface Source {
    /**
     * A call creates it: of the type's only constructor, or of a {@code @Provides} method.
     *
     * @param callee what is called, up to the opening parenthesis: {@code new Counter}
     * @param provider the name of the {@code @Provides} method if it could return null, otherwise empty
     * @param thrown the exceptions that the call declares
     * @param closeable whether the object is {@code AutoCloseable}
     */
    record Call(CodeBlock callee, String provider, List<Parameter> parameters, List<TypeName> thrown, boolean closeable)
            implements Source {
        /** Copies the lists. */
        public Call {
            parameters = List.copyOf(parameters);
            thrown = List.copyOf(thrown);
        }
    }

    /**
     * The framework has it.
     *
     * @param expression the code for it in {@code Main}
     */
    record Framework(CodeBlock expression) implements Source {}

    /**
     * Nowhere: nothing can create it.
     *
     * @param reason why not, completing a sentence that begins with the type's name: "is an interface"
     */
    record None(String reason) implements Source {}

    /** A request has it, so objects that outlive requests cannot. */
    record OfRequest() implements Source {}

    /**
     * A parameter of a call.
     *
     * @param origin the parameter in the source
     */
    record Parameter(String name, TypeName type, Origin origin) {}
}
