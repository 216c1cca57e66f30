package dev.lodestar.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.lodestar.Action;
import dev.lodestar.App;
import dev.lodestar.Connected;
import dev.lodestar.Disconnected;
import dev.lodestar.Every;
import dev.lodestar.Provides;
import dev.lodestar.Template;
import dev.lodestar.View;
import dev.lodestar.processor.application.ActionMethod;
import dev.lodestar.processor.application.Application;
import dev.lodestar.processor.application.Application.AppClass;
import dev.lodestar.processor.application.Application.TemplateRecord;
import dev.lodestar.processor.application.BoundRecord;
import dev.lodestar.processor.application.StreamMethod;
import dev.lodestar.processor.application.ViewMethod;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.graph.Source;
import dev.lodestar.processor.type.RecordTypes;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads an application from the elements that its annotations stand on. */
public final class ApplicationReader {
    private final AnnotatedElements annotated;
    private final Diagnostics diagnostics;
    private final Visibility visibility;
    private final ThrownTypes thrown;
    private final TypeReader types;
    private final ObjectReader objects;
    private final AppClass app;

    private ApplicationReader(
            TypeElement appElement,
            AnnotatedElements annotated,
            ProcessingEnvironment environment,
            Diagnostics diagnostics) {
        this.annotated = annotated;
        this.diagnostics = diagnostics;
        this.visibility =
                new Visibility(environment.getElementUtils().getPackageOf(appElement), environment.getElementUtils());
        this.thrown = new ThrownTypes(environment.getElementUtils(), environment.getTypeUtils(), diagnostics);
        this.objects = new ObjectReader(visibility, thrown, diagnostics);
        this.app = appClass(appElement);
        this.types = new TypeReader(
                environment.getTypeUtils(), visibility, new FormatReader(app.lang(), diagnostics), diagnostics);
    }

    /**
     * What was read.
     *
     * @param application the application itself
     * @param records every record that its templates and binders reach
     * @param bound the records that it takes from signals
     * @param sources how each object that it needs is made
     */
    public record Reading(
            Application application, RecordTypes records, List<BoundRecord> bound, Map<TypeName, Source> sources) {}

    /**
     * Reads the application; what has a problem, which is reported, is left out.
     *
     * @return the application, or empty if there is none
     */
    public static Optional<Reading> read(
            AnnotatedElements annotated, ProcessingEnvironment environment, Diagnostics diagnostics) {
        return onlyApp(annotated, diagnostics)
                .map(app -> new ApplicationReader(app, annotated, environment, diagnostics).read());
    }

    private static Optional<TypeElement> onlyApp(AnnotatedElements annotated, Diagnostics diagnostics) {
        List<TypeElement> apps = ElementFilter.typesIn(annotated.with(App.class));
        if (apps.isEmpty()) {
            annotated
                    .first()
                    .ifPresent(
                            handler -> diagnostics.error(
                                    ElementOrigin.of(handler),
                                    Rule.ONE_APP,
                                    "There is no application for "
                                            + ElementOrigin.of(handler).label() + ": no class of this compilation"
                                            + " has @App. Write @App(port = 8080, title = \"...\") on one; Main is generated beside it."));
            return Optional.empty();
        }
        for (TypeElement other : apps.subList(1, apps.size())) {
            diagnostics.error(
                    ElementOrigin.of(other, App.class, ""),
                    Rule.ONE_APP,
                    "The compilation has two @App classes, " + apps.get(0).getSimpleName() + " and "
                            + other.getSimpleName() + ", but one Main. Remove @App from one, or compile them apart.");
        }
        return Optional.of(apps.get(0));
    }

    private Reading read() {
        List<TemplateRecord> templates = readTemplates();
        List<ExecutableElement> factories = ElementFilter.methodsIn(annotated.with(Provides.class));
        factories.forEach(objects::readFactory);
        objects.followFactories(factories);
        if (app.storesSessions() && !objects.opensStore()) {
            diagnostics.error(
                    app.origin().at("storedSessions", ""),
                    Rule.STORED_SESSIONS,
                    "The sessions are to be kept in the store, but the application opens none, and without one they end with"
                            + " the process. Open one, as in @Provides static Store store() { return"
                            + " MvStores.open(Path.of(\"data/app\")); }, or leave storedSessions out.");
        }

        HandlerReader handlers = new HandlerReader(visibility, thrown, objects::provides, diagnostics);
        LimitReader limits = new LimitReader(diagnostics);
        BoundRecordReader bound = new BoundRecordReader(types, limits, visibility.elements());
        ArgumentReader arguments = new ArgumentReader(types, new BindableTypes(types), bound, limits, diagnostics);
        ViewReader views = new ViewReader(annotated, handlers, arguments, types, diagnostics);
        ActionReader actions = new ActionReader(handlers, arguments, diagnostics);
        Application application = new Application(
                app,
                readAll(View.class, views::read, Comparator.comparing(ViewMethod::path)),
                readAll(Action.class, actions::readAction, Comparator.comparing(ActionMethod::name)),
                readAll(
                        Every.class,
                        actions::readClock,
                        Comparator.comparing(c -> c.method().toString())),
                readStreams(new StreamReader(handlers, arguments, diagnostics)),
                templates);
        StrayParameters.check(annotated, diagnostics);
        EarlierCompilation.check(app, annotated, visibility.elements(), diagnostics);
        return new Reading(application, types.records(), bound.records(), objects.sources());
    }

    private AppClass appClass(TypeElement element) {
        App annotation = element.getAnnotation(App.class);
        String title = annotation.title().isEmpty() ? element.getSimpleName().toString() : annotation.title();
        new AppChecker(visibility, diagnostics).check(element, annotation);
        return new AppClass(
                ClassName.get(element),
                element.getModifiers().contains(Modifier.PUBLIC),
                annotation.port(),
                title,
                annotation.lang(),
                List.of(annotation.styles()),
                annotation.icon(),
                annotation.client(),
                List.of(annotation.csp()),
                List.of(annotation.permissions()),
                annotation.unsafeEval() || !annotation.client().isEmpty(),
                annotation.storedSessions(),
                ElementOrigin.of(element, App.class, ""));
    }

    private List<StreamMethod> readStreams(StreamReader reader) {
        Comparator<StreamMethod> order = Comparator.comparing(s -> s.method().toString());
        List<StreamMethod> streams = new ArrayList<>(readAll(Connected.class, reader::readConnected, order));
        streams.addAll(readAll(Disconnected.class, reader::readDisconnected, order));
        return streams;
    }

    private <T> List<T> readAll(
            Class<? extends Annotation> annotation, Function<Element, Optional<T>> reader, Comparator<T> order) {
        List<T> all = new ArrayList<>();
        for (Element element : annotated.with(annotation)) {
            reader.apply(element).ifPresent(all::add);
            objects.read(AnnotatedElements.owner(element));
        }
        all.sort(order);
        return all;
    }

    private List<TemplateRecord> readTemplates() {
        List<TemplateRecord> records = new ArrayList<>();
        for (TypeElement element : ElementFilter.typesIn(annotated.with(Template.class))) {
            readTemplate(element).ifPresent(records::add);
        }
        records.sort(Comparator.comparing(TemplateRecord::name));
        return records;
    }

    private Optional<TemplateRecord> readTemplate(TypeElement element) {
        ElementOrigin origin = ElementOrigin.of(element, Template.class, "value");
        if (element.getKind() != ElementKind.RECORD
                || !element.getTypeParameters().isEmpty()) {
            diagnostics.error(
                    origin,
                    Rule.TEMPLATE_RECORD,
                    "@Template stands on " + element.getSimpleName()
                            + ", which is not a record without type parameters."
                            + " The template's variables are the components of a record: write record "
                            + element.getSimpleName() + "(...) {}.");
            return Optional.empty();
        }
        Optional<String> obstacle = visibility.obstacle(element);
        if (obstacle.isPresent()) {
            diagnostics.error(
                    ElementOrigin.of(element),
                    Rule.NOT_VISIBLE,
                    "The record " + element.getSimpleName() + " cannot be read by its renderer: " + obstacle.get());
            return Optional.empty();
        }
        String template = element.getAnnotation(Template.class).value();
        return Optional.of(new TemplateRecord(types.record(element).name(), template, origin));
    }
}
