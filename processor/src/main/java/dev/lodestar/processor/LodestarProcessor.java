package dev.lodestar.processor;

import com.google.auto.service.AutoService;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.read.AnnotatedElements;
import dev.lodestar.processor.read.ElementOrigin;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Turns the annotated classes of a compilation into an application. */
@AutoService(Processor.class)
@SupportedOptions("lodestar.resources")
public final class LodestarProcessor extends AbstractProcessor {
    // Names, because elements do not outlive a round; sorted, because the order of files must not matter.
    private final Set<String> annotatedTypes = new TreeSet<>();
    private boolean constantsWritten;
    private boolean written;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return AnnotatedElements.ANNOTATIONS.stream()
                .map(Class::getCanonicalName)
                .collect(Collectors.toSet());
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
        if (!written && !annotatedTypes.isEmpty() && !round.processingOver()) {
            AnnotatedElements elements = AnnotatedElements.in(annotatedTypes.stream()
                    .map(processingEnv.getElementUtils()::getTypeElement)
                    .toList());
            if (!elements.waitForTypes()) {
                compile(elements);
            }
        }
        return false;
    }

    private void compile(AnnotatedElements elements) {
        Diagnostics diagnostics = new Diagnostics(problem -> ElementOrigin.print(problem, processingEnv.getMessager()));
        ApplicationCompiler compiler = new ApplicationCompiler(elements, processingEnv, diagnostics);
        try {
            if (!elements.waitForValues()) {
                written = true;
                compiler.run(constantsWritten);
            } else if (!constantsWritten) {
                // With the constants there is another round, in which the values may be known.
                constantsWritten = compiler.writeConstants();
            }
        } catch (IOException e) {
            processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.ERROR, "Lodestar could not read or write a file: " + e);
        }
    }

    private static String topLevelType(Element element) {
        Element type = element;
        while (type.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            type = type.getEnclosingElement();
        }
        return ((TypeElement) type).getQualifiedName().toString();
    }
}
