package dev.lodestar.processor.application;

import com.palantir.javapoet.ClassName;
import dev.lodestar.Permission;
import dev.lodestar.processor.diagnostic.Origin;
import java.util.List;
import java.util.stream.Stream;

/**
 * A whole application, as its annotations describe it.
 *
 * @param app the class that stands for it
 * @param views its views, in the order of their paths
 * @param actions its actions, in the order of their names
 * @param clocks the methods that run on a clock, in the order of the source
 * @param streams the methods that are called when streams open and end, in the order of their names
 * @param templates the records that have a template, in the order of their names
 */
public record Application(
        AppClass app,
        List<ViewMethod> views,
        List<ActionMethod> actions,
        List<ClockMethod> clocks,
        List<StreamMethod> streams,
        List<TemplateRecord> templates) {
    /** Copies the lists. */
    public Application {
        views = List.copyOf(views);
        actions = List.copyOf(actions);
        clocks = List.copyOf(clocks);
        streams = List.copyOf(streams);
        templates = List.copyOf(templates);
    }

    /** The package that generated code stands in. */
    public String home() {
        return app.name().packageName();
    }

    /** The classes whose objects hold the handlers, each once, in the order of their names. */
    public List<ClassName> handlers() {
        return methods().map(Method::owner).distinct().sorted().toList();
    }

    /** The handlers; one that is several has as many places. */
    public Stream<Method> methods() {
        return Stream.of(
                        views.stream().map(ViewMethod::method),
                        actions.stream().map(ActionMethod::method),
                        clocks.stream().map(ClockMethod::method),
                        streams.stream().map(StreamMethod::method))
                .flatMap(methods -> methods);
    }

    /**
     * The class annotated {@code @App}.
     *
     * @param name its name; what is generated stands in its package
     * @param isPublic whether the generated constants are public too
     * @param port the port when nothing else says one
     * @param title the title of pages that have none of their own
     * @param lang the language of the pages
     * @param styles names of assets, linked by every page
     * @param icon the name of an asset, or empty
     * @param client the name of an asset that stands in for the browser client, or empty
     * @param csp the directives of the pages' policy that it sets itself
     * @param permissions what pages may use of the device
     * @param evaluates whether pages evaluate expressions, and not functions that the compiler makes of them
     * @param storesSessions whether the values of sessions are kept in the store
     * @param origin the annotation
     */
    public record AppClass(
            ClassName name,
            boolean isPublic,
            int port,
            String title,
            String lang,
            List<String> styles,
            String icon,
            String client,
            List<String> csp,
            List<Permission> permissions,
            boolean evaluates,
            boolean storesSessions,
            Origin origin) {
        /** Copies the lists. */
        public AppClass {
            styles = List.copyOf(styles);
            csp = List.copyOf(csp);
            permissions = List.copyOf(permissions);
        }
    }

    /**
     * A record annotated {@code @Template}.
     *
     * @param template the template's path below {@code templates/}
     * @param origin the annotation's value
     */
    public record TemplateRecord(ClassName name, String template, Origin origin) {}
}
