package dev.lodestar.processor.application;

import com.palantir.javapoet.ClassName;
import dev.lodestar.Permission;
import dev.lodestar.processor.diagnostic.Origin;
import java.util.List;
import java.util.stream.Stream;

/**
 * A whole application, as its annotations describe it.
 *
 * @param app the class annotated {@code @App}
 * @param views its views, in order of their paths
 * @param actions its actions, in order of their names
 * @param clocks the methods that run on a clock, in order of their names
 * @param streams the methods that are called when streams open and end, each in order of their names
 * @param templates the records that have a template, in order of their names
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

    /** The package of the generated code. */
    public String home() {
        return app.name().packageName();
    }

    /** The classes that have handlers, each once, in order of their names. */
    public List<ClassName> handlers() {
        return methods().map(Method::owner).distinct().sorted().toList();
    }

    /** The handlers. A method with several annotations occurs once for each. */
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
     * @param name its name; generated code goes into its package
     * @param isPublic whether it is public, and so the generated constants are too
     * @param port the default port
     * @param title the title of pages that have none of their own
     * @param lang the language of the pages
     * @param styles the names of the assets that every page links as style sheets
     * @param icon the name of an asset, or empty
     * @param client the name of the asset that replaces the browser client, or empty
     * @param csp the directives of the pages' policy that replace the default ones
     * @param permissions the browser features that pages may use
     * @param unsafeEval whether pages evaluate expressions as text, instead of calling functions that the compiler
     *     wrote
     * @param storedSessions whether sessions are kept in the store
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
            boolean unsafeEval,
            boolean storedSessions,
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
     * @param template the template's path under {@code templates/}
     * @param origin the annotation's value
     */
    public record TemplateRecord(ClassName name, String template, Origin origin) {}
}
