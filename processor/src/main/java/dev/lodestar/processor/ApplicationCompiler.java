package dev.lodestar.processor;

import com.palantir.javapoet.ClassName;
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
import dev.lodestar.processor.diagnostic.Origin;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.expression.ExpressionModule;
import dev.lodestar.processor.graph.GraphResolver;
import dev.lodestar.processor.graph.ObjectGraph;
import dev.lodestar.processor.name.ConstantName;
import dev.lodestar.processor.read.AnnotatedElements;
import dev.lodestar.processor.read.ApplicationReader;
import dev.lodestar.processor.read.ApplicationReader.Reading;
import dev.lodestar.processor.read.ElementOrigin;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.AnnotationTypeMismatchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Compiles one application from its elements to its files: reads it, checks it and, if nothing is wrong, writes it. */
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
     * Writes only the constants, for annotations that refer to them.
     *
     * @return whether they were written; they cannot be if a path is still unknown
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
            // Another processor may generate the missing constant. If none does, the compiler reports it.
            return false;
        }
    }

    /**
     * @param constantsWritten whether {@link #writeConstants} has already written the constants, in an earlier round
     */
    void run(boolean constantsWritten) throws IOException {
        Reading reading =
                ApplicationReader.read(elements, environment, diagnostics).orElse(null);
        if (reading == null) {
            return;
        }
        Application application = reading.application();
        ApplicationChecker.check(application, diagnostics);
        ObjectGraph graph = GraphResolver.resolve(roots(application), reading.sources(), diagnostics);

        Resources resources = Resources.of(environment);
        AssetCatalog assets = AssetCatalog.read(resources, application.app().origin(), diagnostics);
        checkConstants(assets, application.app().origin());
        Optional<ExpressionModule> module =
                application.app().unsafeEval() ? Optional.empty() : Optional.of(new ExpressionModule());
        RecordClassNames renderers = RecordClassNames.of(
                application.home(),
                application.templates().stream().map(TemplateRecord::name).toList(),
                "Renderer");
        TemplateRenderers templates = new TemplateRenderers(
                application,
                reading.records(),
                resources,
                new ApplicationReferences(application, assets),
                module,
                diagnostics);
        List<TypeSpec> types = new ArrayList<>(templates.compile(renderers));
        List<Served> served = Site.of(application, assets, module, diagnostics);
        if (diagnostics.failed()) {
            return;
        }
        templates.reportUnused();
        if (!constantsWritten) {
            types.addAll(ApplicationWriter.writeConstants(application));
        }
        types.addAll(ApplicationWriter.write(application, reading.bound(), graph, assets, renderers));
        write(application, types);
        writeTable(application, served);
        noteMissingBrotli();
    }

    /** The types of the objects that Main needs in any case. */
    private static List<ClassName> roots(Application application) {
        List<ClassName> roots = new ArrayList<>(application.handlers());
        if (application.app().storedSessions()) {
            roots.add(ObjectGraph.STORE);
        }
        return roots;
    }

    private void checkConstants(AssetCatalog assets, Origin origin) {
        ConstantName.clashes(assets.names()).forEach((name, other) -> {
            if (!name.equalsIgnoreCase(other)) { // such names are an error of their own
                diagnostics.error(
                        origin,
                        Rule.SAME_CONSTANT,
                        "The assets " + name + " and " + other + " would both become the constant Assets."
                                + ConstantName.of(name)
                                + ". Rename one of the files in more than case and punctuation.");
            }
        });
    }

    private void write(Application application, List<TypeSpec> types) throws IOException {
        Set<TypeElement> origins = elements.types();
        for (TypeSpec type : types) {
            TypeSpec.Builder withOrigins = type.toBuilder();
            origins.forEach(withOrigins::addOriginatingElement);
            write(application, withOrigins.build());
        }
    }

    private void write(Application application, TypeSpec type) throws IOException {
        try {
            JavaFile.builder(application.home(), type)
                    .addFileComment(
                            "Generated by Lodestar for $L. Changes are lost in the next build.",
                            application.app().name().simpleName())
                    .skipJavaLangImports(!hidesJavaLang(application.home()))
                    .indent("    ")
                    .build()
                    .writeTo(environment.getFiler());
        } catch (FilerException e) {
            TypeElement own = elementNamed(application.home(), type.name());
            diagnostics.error(
                    own == null ? application.app().origin() : ElementOrigin.of(own),
                    Rule.NAME_TAKEN,
                    "The class " + type.name() + " has the name of a class that is generated for "
                            + application.app().name().simpleName() + ". Rename it, or move it to another package.");
        }
    }

    /** Whether a class of the application has the same name as one of {@code java.lang}, which then needs an import. */
    private boolean hidesJavaLang(String home) {
        return environment.getElementUtils().getPackageElement(home).getEnclosedElements().stream()
                .anyMatch(type -> elementNamed("java.lang", type.getSimpleName().toString()) != null);
    }

    private @Nullable TypeElement elementNamed(String home, String name) {
        return environment.getElementUtils().getTypeElement(home.isEmpty() ? name : home + "." + name);
    }

    private void noteMissingBrotli() {
        if (!Brotli.available()) {
            environment
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.NOTE,
                            "Lodestar compressed the assets with gzip only: there is no Brotli library for "
                                    + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ".");
        }
    }

    private void writeTable(Application application, List<Served> served) throws IOException {
        Element[] origins = elements.types().toArray(Element[]::new);
        try (OutputStream out = environment
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, application.home(), ServedTable.RESOURCE, origins)
                .openOutputStream()) {
            ServedTable.write(served, out);
        }
    }
}
