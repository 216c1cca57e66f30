package dev.lodestar.processor.graph;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.lodestar.processor.diagnostic.Origin;
import java.util.List;

/** How an object of a type comes to be. */
public sealed interface Source {
    /**
     * One made by a call: of the type's only constructor, or of a {@code @Provides} method.
     *
     * @param callee what is called, up to the opening parenthesis: {@code new Counter}
     * @param provider the name of a {@code @Provides} method, which might return null; empty for anything else
     * @param thrown the exceptions that the call declares
     * @param closes whether what it makes is {@code AutoCloseable}
     */
    record Call(CodeBlock callee, String provider, List<Parameter> parameters, List<TypeName> thrown, boolean closes)
            implements Source {
        /** Copies the lists. */
        public Call {
            parameters = List.copyOf(parameters);
            thrown = List.copyOf(thrown);
        }
    }

    /**
     * One that the framework has.
     *
     * @param expression what {@code Main} writes for it
     */
    record Framework(CodeBlock expression) implements Source {}

    /**
     * None: the type cannot be made.
     *
     * @param reason why not, as the end of a sentence that begins with the type's name: "is an interface"
     */
    record None(String reason) implements Source {}

    /**
     * What a call asks for.
     *
     * @param origin the parameter
     */
    record Parameter(String name, TypeName type, Origin origin) {}
}
