package dev.lodestar.processor.read;

import com.palantir.javapoet.TypeName;
import dev.lodestar.App;
import dev.lodestar.processor.application.Application;
import dev.lodestar.processor.application.Application.AppClass;
import dev.lodestar.processor.application.BoundRecord;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.graph.Source;
import dev.lodestar.processor.read.KnownAnnotation.Declaration;
import dev.lodestar.processor.type.RecordTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads an application from its annotated elements. */
public final class ApplicationReader {
    private final AnnotatedElements annotated;
    private final Elements elements;
    private final Diagnostics diagnostics;
    private final AppClass app;
    private final TypeReader types;
    private final ObjectReader objects;
    private final BoundRecordReader records;
    private final Declarations declarations;

    private ApplicationReader(
            TypeElement appElement,
            AnnotatedElements annotated,
            ProcessingEnvironment environment,
            Diagnostics diagnostics) {
        this.annotated = annotated;
        this.elements = environment.getElementUtils();
        this.diagnostics = diagnostics;
        Visibility visibility = new Visibility(elements.getPackageOf(appElement), elements);
        ThrownTypes thrown = new ThrownTypes(elements, environment.getTypeUtils(), diagnostics);
        LimitReader limits = new LimitReader(diagnostics);
        this.app = new AppReader(visibility, diagnostics).read(appElement);
        this.types = new TypeReader(
                environment.getTypeUtils(), visibility, new FormatReader(app.lang(), diagnostics), diagnostics);
        this.objects = new ObjectReader(visibility, thrown, diagnostics);
        this.records = new BoundRecordReader(types, limits, elements);
        HandlerReader handlers = new HandlerReader(visibility, thrown, objects::provides, diagnostics);
        ArgumentReader arguments = new ArgumentReader(types, new BindableTypes(types), records, limits, diagnostics);
        this.declarations = new Declarations(
                appElement,
                new TemplateReader(visibility, types, diagnostics),
                objects,
                new ViewReader(annotated, handlers, arguments, types, diagnostics),
                new ActionReader(handlers, arguments, diagnostics),
                new ClockReader(handlers, diagnostics),
                new StreamReader(handlers, arguments, diagnostics),
                diagnostics);
    }

    /**
     * What was read.
     *
     * @param application the application itself
     * @param records every record that its templates and binders reach
     * @param bound the records that it takes from signals
     * @param sources how each object that it needs is created
     */
    public record Reading(
            Application application, RecordTypes records, List<BoundRecord> bound, Map<TypeName, Source> sources) {}

    /**
     * Reads the application. Whatever has a problem is reported and left out.
     *
     * @return the application, or empty if there is none
     */
    public static Optional<Reading> read(
            AnnotatedElements annotated, ProcessingEnvironment environment, Diagnostics diagnostics) {
        Optional<TypeElement> app =
                ElementFilter.typesIn(annotated.with(App.class)).stream().findFirst();
        if (app.isEmpty()) {
            annotated.firstHandler().ifPresent(handler -> reportHomeless(handler, diagnostics));
        }
        return app.map(element -> new ApplicationReader(element, annotated, environment, diagnostics).read());
    }

    private static void reportHomeless(Element handler, Diagnostics diagnostics) {
        ElementOrigin origin = ElementOrigin.of(handler);
        diagnostics.error(
                origin,
                Rule.ONE_APP,
                origin.label() + " belongs to no application: no class of this compilation has @App. Write"
                        + " @App(port = 8080, title = \"...\") on one; Main is generated in its package.");
    }

    private Reading read() {
        read(AnnotationRegistry.resources());
        objects.followFactories();
        checkSessionStore();
        read(AnnotationRegistry.handlers());
        MisplacedAnnotations.check(annotated, diagnostics);
        EarlierCompilation.check(app, annotated, elements, diagnostics);
        return new Reading(declarations.application(app), types.records(), records.records(), objects.sources());
    }

    private void read(Stream<? extends Declaration<?>> annotations) {
        annotations.forEach(annotation -> annotated
                .with(annotation.type())
                .forEach(element -> annotation.reader().accept(declarations, element)));
    }

    private void checkSessionStore() {
        if (app.storedSessions() && !objects.opensStore()) {
            diagnostics.error(
                    app.origin().at("storedSessions", ""),
                    Rule.STORED_SESSIONS,
                    "storedSessions keeps the sessions in the store, but the application opens none, so they would"
                            + " end with"
                            + " the process. Open one, as in @Provides static Store store() { return"
                            + " MvStores.open(Path.of(\"data/app\")); }, or remove storedSessions.");
        }
    }
}
