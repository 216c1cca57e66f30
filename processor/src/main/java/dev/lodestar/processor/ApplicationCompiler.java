package dev.lodestar.processor;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.lodestar.processor.application.Application;
import dev.lodestar.processor.application.Application.TemplateRecord;
import dev.lodestar.processor.application.ApplicationChecker;
import dev.lodestar.processor.asset.AssetCatalog;
import dev.lodestar.processor.asset.Brotli;
import dev.lodestar.processor.asset.Resources;
import dev.lodestar.processor.asset.Served;
import dev.lodestar.processor.asset.ServedTable;
import dev.lodestar.processor.asset.Site;
import dev.lodestar.processor.code.ApplicationWriter;
import dev.lodestar.processor.code.RecordClassNames;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.graph.GraphResolver;
import dev.lodestar.processor.graph.ObjectGraph;
import dev.lodestar.processor.read.AnnotatedElements;
import dev.lodestar.processor.read.ApplicationReader;
import dev.lodestar.processor.read.ApplicationReader.Reading;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.AnnotationTypeMismatchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/** One application from its elements to its files: reads, checks, and, if nothing is wrong, writes. */
final class ApplicationCompiler {
    private final AnnotatedElements elements;
    private final ProcessingEnvironment environment;
    private final Diagnostics diagnostics;

    ApplicationCompiler(AnnotatedElements elements, ProcessingEnvironment environment, Diagnostics diagnostics) {
        this.elements = elements;
        this.environment = environment;
        this.diagnostics = diagnostics;
    }

    /**
     * Writes the constants alone, for annotations that name them.
     *
     * @return whether they were written; not if a path is what is not known
     */
    boolean writeConstants() throws IOException {
        Diagnostics later = new Diagnostics(problem -> {});
        try {
            Optional<Reading> reading = ApplicationReader.read(elements, environment, later);
            if (reading.isPresent()) {
                Application application = reading.get().application();
                write(application, ApplicationWriter.writeConstants(application));
            }
            return reading.isPresent();
        } catch (AnnotationTypeMismatchException e) {
            // Another processor may write what names it; where none does, the compiler itself reports it.
            return false;
        }
    }

    /** @param constantsWritten whether {@link #writeConstants} has written them in an earlier round */
    void run(boolean constantsWritten) throws IOException {
        Reading reading =
                ApplicationReader.read(elements, environment, diagnostics).orElse(null);
        if (reading == null) {
            return;
        }
        Application application = reading.application();
        ApplicationChecker.check(application, diagnostics);
        ObjectGraph graph = GraphResolver.resolve(application.handlers(), reading.sources(), diagnostics);

        Resources resources = Resources.of(environment);
        AssetCatalog assets = AssetCatalog.read(resources, application.app().origin(), diagnostics);
        List<Served> served = Site.of(application, assets, diagnostics);
        RecordClassNames renderers = RecordClassNames.of(
                application.home(),
                application.templates().stream().map(TemplateRecord::name).toList(),
                "Renderer");
        List<TypeSpec> types = new ArrayList<>(new TemplateRenderers(
                        application,
                        reading.records(),
                        resources,
                        new ApplicationReferences(application, assets),
                        diagnostics)
                .compile(renderers));
        if (diagnostics.failed()) {
            return;
        }
        if (!constantsWritten) {
            types.addAll(ApplicationWriter.writeConstants(application));
        }
        types.addAll(ApplicationWriter.write(application, reading.records(), graph, assets, renderers));
        write(application, types);
        write(application, served, elements.all());
        noteMissingBrotli();
    }

    private void write(Application application, List<TypeSpec> types) throws IOException {
        for (TypeSpec type : types) {
            TypeSpec.Builder withOrigins = type.toBuilder();
            for (Element element : elements.all()) {
                withOrigins.addOriginatingElement(element);
            }
            write(application, withOrigins.build());
        }
    }

    private void write(Application application, TypeSpec type) throws IOException {
        try {
            JavaFile.builder(application.home(), type)
                    .addFileComment(
                            "Generated by Lodestar for $L. Changes are lost in the next build.",
                            application.app().name().simpleName())
                    .skipJavaLangImports(true)
                    .indent("    ")
                    .build()
                    .writeTo(environment.getFiler());
        } catch (FilerException e) {
            diagnostics.error(
                    application.app().origin(),
                    Rule.NAME_TAKEN,
                    "The package " + application.home() + " has a class " + type.name() + " of its own, but that is the"
                            + " name of one that is generated for "
                            + application.app().name().simpleName()
                            + ". Rename it.");
        }
    }

    private void noteMissingBrotli() {
        if (!Brotli.available()) {
            environment
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.NOTE,
                            "Lodestar compressed the assets with gzip only: there is no library for Brotli on "
                                    + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ".");
        }
    }

    private void write(Application application, List<Served> served, Element[] origins) throws IOException {
        try (OutputStream out = environment
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, application.home(), ServedTable.RESOURCE, origins)
                .openOutputStream()) {
            ServedTable.write(served, out);
        }
    }
}
