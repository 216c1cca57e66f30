package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.io.TempDir;

/** The catalog of mistakes: each results in exactly one message, checked in full, on the very element to change. */
abstract class Mistakes {
    @TempDir
    Path resources;

    final Sources sources() {
        return Sources.in(resources);
    }

    /** An application with a single class, given its body. */
    final Sources app(String body) {
        return sources().type("Shop", "@App class Shop {\n" + body + "\n}");
    }

    /** An application with a second class, given as a whole. */
    final Sources beside(String name, String text) {
        return sources().type("Shop", "@App class Shop {}").type(name, text);
    }

    /** Asserts that there is one error, at the mark. */
    static void assertError(Sources sources, String text) {
        assertEquals(List.of(sources.mark() + ": " + text), sources.errors());
    }

    /** Asserts that there is no error, and one warning, at the mark. */
    static void assertWarning(Sources sources, String text) {
        Compilation compilation = sources.compile();
        assertEquals(
                List.of(sources.mark() + ": " + text),
                Stream.concat(compilation.errors().stream(), compilation.warnings().stream())
                        .filter(problem -> problem.getKind() != Diagnostic.Kind.MANDATORY_WARNING)
                        .map(Sources::placed)
                        .toList());
    }

    /** Asserts that the compiler cannot find a symbol, and that there is one other error, at the mark. */
    static void assertUnresolved(Sources sources, String text) {
        List<String> errors = sources.errors();
        assertEquals(2, errors.size(), errors::toString);
        assertTrue(errors.get(0).contains("cannot find symbol"), errors::toString);
        assertEquals(sources.mark() + ": " + text, errors.get(1));
    }
}
