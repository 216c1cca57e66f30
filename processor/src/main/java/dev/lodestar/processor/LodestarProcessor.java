package dev.lodestar.processor;

import com.google.auto.service.AutoService;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.read.AnnotatedElements;
import dev.lodestar.processor.read.AnnotationRegistry;
import dev.lodestar.processor.read.ElementOrigin;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** The annotation processor: turns the annotated classes of a compilation into an application. */
@AutoService(Processor.class)
@SupportedOptions("lodestar.resources")
public final class LodestarProcessor extends AbstractProcessor {
    // Names, because elements do not outlive a round; sorted, because the order of files must not matter.
    private final Set<String> annotatedTypes = new TreeSet<>();
    private boolean constantsWritten;
    private boolean written;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return AnnotationRegistry.names();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            round.getElementsAnnotatedWith(annotation).forEach(element -> annotatedTypes.add(topLevelType(element)));
        }
        if (!written && !annotatedTypes.isEmpty()) {
            process(round.processingOver());
        }
        return false;
    }

    /**
     * Compiles the application, unless another processor may still generate something that it refers to in this round.
     */
    private void process(boolean isLastRound) {
        AnnotatedElements elements = AnnotatedElements.in(annotatedTypes.stream()
                .map(processingEnv.getElementUtils()::getTypeElement)
                .toList());
        Diagnostics diagnostics = new Diagnostics(problem -> ElementOrigin.print(problem, processingEnv.getMessager()));
        ApplicationCompiler compiler = new ApplicationCompiler(elements, processingEnv, diagnostics);
        try {
            if (isLastRound) {
                elements.unresolved().forEach(element -> reportUnresolved(element, diagnostics));
            } else if (!elements.hasUnknownTypes()) {
                compile(compiler, elements.hasUnknownValues());
            }
        } catch (IOException e) {
            diagnostics.error(elements.origin(), Rule.INPUT_OUTPUT, "A file could not be read or written: " + e);
        } catch (RuntimeException | StackOverflowError e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            diagnostics.error(
                    elements.origin(),
                    Rule.INTERNAL_ERROR,
                    "This is a bug in Lodestar, not in the application. Please report it, with this stack" + " trace:\n"
                            + trace);
        }
    }

    private void compile(ApplicationCompiler compiler, boolean hasUnknownValues) throws IOException {
        if (!hasUnknownValues) {
            written = true;
            compiler.run(constantsWritten);
        } else if (!constantsWritten) {
            // Writing the constants causes another round, in which the values may be known.
            constantsWritten = compiler.writeConstants();
        }
    }

    private static void reportUnresolved(Element element, Diagnostics diagnostics) {
        ElementOrigin origin = ElementOrigin.of(element);
        diagnostics.error(
                origin,
                Rule.UNKNOWN_TYPE,
                origin.label()
                        + " refers to something that does not exist or is not visible here, so nothing was generated."
                        + " Look for a misspelled name or a missing import.");
    }

    private static String topLevelType(Element element) {
        Element type = element;
        while (type.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            type = type.getEnclosingElement();
        }
        return ((TypeElement) type).getQualifiedName().toString();
    }
}
