package dev.lodestar.processor.read;

import dev.lodestar.App;
import dev.lodestar.processor.application.ActionMethod;
import dev.lodestar.processor.application.Application;
import dev.lodestar.processor.application.Application.AppClass;
import dev.lodestar.processor.application.Application.TemplateRecord;
import dev.lodestar.processor.application.ClockMethod;
import dev.lodestar.processor.application.StreamMethod;
import dev.lodestar.processor.application.ViewMethod;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.read.KnownAnnotation.DeclarationReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads the declarations of an application one by one, and collects those that have no problem. */
final class Declarations implements DeclarationReader {
    private final TypeElement appElement;
    private final TemplateReader templateReader;
    private final ObjectReader objectReader;
    private final ViewReader viewReader;
    private final ActionReader actionReader;
    private final ClockReader clockReader;
    private final StreamReader streamReader;
    private final Diagnostics diagnostics;

    private final List<TemplateRecord> templates = new ArrayList<>();
    private final List<ViewMethod> views = new ArrayList<>();
    private final List<ActionMethod> actions = new ArrayList<>();
    private final List<ClockMethod> clocks = new ArrayList<>();
    private final List<StreamMethod> connected = new ArrayList<>();
    private final List<StreamMethod> disconnected = new ArrayList<>();

    Declarations(
            TypeElement appElement,
            TemplateReader templateReader,
            ObjectReader objectReader,
            ViewReader viewReader,
            ActionReader actionReader,
            ClockReader clockReader,
            StreamReader streamReader,
            Diagnostics diagnostics) {
        this.appElement = appElement;
        this.templateReader = templateReader;
        this.objectReader = objectReader;
        this.viewReader = viewReader;
        this.actionReader = actionReader;
        this.clockReader = clockReader;
        this.streamReader = streamReader;
        this.diagnostics = diagnostics;
    }

    /** The application that was read, with each part in its order. */
    Application application(AppClass app) {
        return new Application(
                app,
                sorted(views, Comparator.comparing(ViewMethod::path)),
                sorted(actions, Comparator.comparing(ActionMethod::name)),
                sorted(clocks, Comparator.comparing(clock -> clock.method().toString())),
                Stream.of(connected, disconnected)
                        .flatMap(streams -> sorted(
                                streams, Comparator.comparing(s -> s.method().toString()))
                                .stream())
                        .toList(),
                sorted(templates, Comparator.comparing(TemplateRecord::name)));
    }

    private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
        return list.stream().sorted(order).toList();
    }

    @Override
    public void readApp(Element element) {
        if (!element.equals(appElement)) {
            diagnostics.error(
                    ElementOrigin.of(element, App.class, ""),
                    Rule.ONE_APP,
                    "There are two @App classes, " + appElement.getSimpleName() + " and " + element.getSimpleName()
                            + ", but a compilation has one Main. Remove @App from one of them, or compile them"
                            + " separately.");
        }
    }

    @Override
    public void readTemplate(Element element) {
        templateReader.read((TypeElement) element).ifPresent(templates::add);
    }

    @Override
    public void readProvides(Element element) {
        objectReader.readFactory((ExecutableElement) element);
    }

    @Override
    public void readView(Element element) {
        add(viewReader.read(element), views, element);
    }

    @Override
    public void readAction(Element element) {
        add(actionReader.read(element), actions, element);
    }

    @Override
    public void readEvery(Element element) {
        add(clockReader.read(element), clocks, element);
    }

    @Override
    public void readConnected(Element element) {
        add(streamReader.readConnected(element), connected, element);
    }

    @Override
    public void readDisconnected(Element element) {
        add(streamReader.readDisconnected(element), disconnected, element);
    }

    private <T> void add(Optional<T> handler, List<T> handlers, Element element) {
        handler.ifPresent(handlers::add);
        objectReader.read(AnnotatedElements.owner(element));
    }
}
