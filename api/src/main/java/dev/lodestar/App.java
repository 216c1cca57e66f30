package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the class that is the application. The compiler generates {@code Main} in its package, whose {@code main}
 * method starts a server with every {@link View} and {@link Action} of the compilation.
 *
 * <pre>{@code
 * @App(port = 8080, title = "Counter", styles = "counter.css")
 * public final class Counter {
 *     @View("/")
 *     CounterPage page() { ... }
 * }
 * }</pre>
 *
 * <p>A compilation has exactly one such class. Views and actions can be in this class or in any others.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface App {
    /**
     * The TCP port to listen on, from 0 to 65535, unless the option {@code --port} or the variable {@code PORT} sets
     * another; 0 picks a free port.
     */
    int port() default 8080;

    /** The title of every page whose view has no {@link View#title()}; if empty, the name of the class. */
    String title() default "";

    /** The language of the pages, a BCP 47 tag: the {@code lang} attribute of {@code <html>}. */
    String lang() default "en";

    /** The style sheets of every page, in order: assets such as {@code "app.css"}, which is {@code assets/app.css}. */
    String[] styles() default {};

    /** The icon of every page, an asset such as {@code "icon.svg"}; if empty, pages have no icon. */
    String icon() default "";

    /**
     * The browser client to use in place of Lodestar's own: an asset such as {@code "datastar.js"}. Any client for the
     * Datastar 1.0 protocol works. If empty, Lodestar's own client is used.
     */
    String client() default "";

    /**
     * Whether pages can evaluate strings as JavaScript. They do not need to, and their Content-Security-Policy forbids
     * it, because the compiler turns the Datastar expressions of templates into functions.
     *
     * <p>Set it if you write expressions into {@link Html} by hand. All expressions, including those of templates, are
     * then sent and evaluated as text. If {@link #client()} is set, this is always on.
     */
    boolean unsafeEval() default false;

    /**
     * Directives for the Content-Security-Policy of the pages, such as {@code "img-src 'self' https://images.example"}.
     * Each replaces the default directive of the same name as a whole, so it can allow more or less. The defaults are
     *
     * <pre>{@code
     * default-src 'self'
     * style-src 'self' 'unsafe-inline'
     * img-src 'self' data: blob: https:
     * media-src 'self' data: blob: https:
     * font-src 'self' data: https:
     * frame-src 'self' https:
     * object-src 'none'
     * base-uri 'none'
     * form-action 'self'
     * frame-ancestors 'none'
     * script-src 'self'
     * }</pre>
     *
     * <p>A directive that would let injected markup run scripts, or would cut the page off from its own client or
     * stream, is a compile error.
     */
    String[] csp() default {};

    /** The features of the visitor's device that pages can use, such as the camera; if empty, none. */
    Permission[] permissions() default {};

    /**
     * Whether {@link Session}s are kept in the application's {@link dev.lodestar.store.Store}, so that they survive a
     * restart. A {@link Provides} method must open the store. It must be one on disk, but not one in Git, which keeps
     * only commits and no sessions.
     *
     * <p>Sessions are stored beside the values of the store: changing one refreshes no view and is not in any history.
     */
    boolean storedSessions() default false;
}
