package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LodestarProcessorTest {
    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();

    @TempDir
    Path resources;

    @TempDir
    Path output;

    private List<String> errors(Sources sources, JavaFileManager files, Processor... processors) {
        JavaCompiler.CompilationTask task =
                javac.getTask(Writer.nullWriter(), files, found, sources.options(), null, sources.files());
        task.setProcessors(List.of(processors));
        task.call();
        return found.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(Sources::placed)
                .toList();
    }

    private StandardJavaFileManager files() throws IOException {
        StandardJavaFileManager files = javac.getStandardFileManager(found, null, null);
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
        return files;
    }

    @Test
    void waitsForOtherProcessors() throws IOException {
        Sources shop = Sources.in(resources).type("Shop", """
                @App class Shop {
                    Shop(Prices prices) {}
                    @View(Paths.CART) Html cart() { return Html.EMPTY; }
                    @Action("add") void add(Item item) {}
                }""");

        try (StandardJavaFileManager files = files()) {
            assertEquals(List.of(), errors(shop, files, new LodestarProcessor(), new Writing()));
        }
    }

    /** Generates, in its first round, the classes that the application refers to. */
    private static final class Writing extends AbstractProcessor {
        private boolean written;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!written) {
                written = true;
                write("Prices", "class Prices {}");
                write("Paths", "class Paths { static final String CART = \"/cart\"; }");
                write("Item", "record Item(String name) {}");
            }
            return false;
        }

        private void write(String name, String text) {
            try (Writer out =
                    processingEnv.getFiler().createSourceFile("app." + name).openWriter()) {
                out.write("package app; " + text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void reportsItsOwnBugsOnTheApplicationWithAStackTrace() throws IOException {
        Sources shop = Sources.in(resources).type("Shop", "@App /*here*/class Shop {}");

        List<String> errors;
        try (JavaFileManager files = new FailingFiles(files())) {
            errors = errors(shop, files, new LodestarProcessor());
        }

        assertEquals(1, errors.size(), errors::toString);
        assertTrue(
                errors.get(0)
                        .contains(
                                "[internal-error] This is a bug in Lodestar, not in the application. Please report it"),
                errors::toString);
        assertTrue(errors.get(0).contains("the disk is on fire"), errors::toString);
        assertTrue(errors.get(0).startsWith(shop.mark() + ": "), errors::toString);
    }

    /** Simulates a bug: writing a file never throws this exception. */
    private static final class FailingFiles extends ForwardingJavaFileManager<JavaFileManager> {
        FailingFiles(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            throw new IllegalStateException("the disk is on fire");
        }
    }
}
