package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the class that is the application. The compiler writes {@code Main} into its package: a class whose
 * {@code main} method starts a server with every {@link View} and {@link Action} of the compilation.
 *
 * <pre>{@code
 * @App(port = 8080, title = "Counter", styles = "counter.css")
 * public final class Counter {
 *     @View("/")
 *     CounterPage page() { ... }
 * }
 * }</pre>
 *
 * <p>A compilation has exactly one such class. It may hold views and actions itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface App {
    /** The TCP port to listen on, 0 to 65535, when neither {@code --port} nor {@code PORT} says otherwise; 0 takes a free one. */
    int port() default 8080;

    /** The title of every page that does not name its own with {@link View#title()}; the class's name when empty. */
    String title() default "";

    /** The language of the pages, as the {@code lang} attribute of {@code <html>}: a BCP 47 tag. */
    String lang() default "en";

    /** The assets, such as {@code "app.css"}, that every page links as its style sheets, in this order. */
    String[] styles() default {};

    /** The asset, such as {@code "icon.svg"}, that every page names as its icon; none when empty. */
    String icon() default "";

    /**
     * The asset, such as {@code "datastar.js"}, that is served as the browser client in place of the one that comes
     * with Lodestar; any client of the Datastar 1.0 protocol will do. Lodestar's own when empty.
     */
    String client() default "";

    /**
     * Whether the pages may evaluate text as JavaScript. They need not, and their Content-Security-Policy forbids it: the
     * compiler makes functions of the Datastar expressions in templates. Set it for expressions in {@link Html} that the
     * application makes by hand; another {@link #client()} has it set always. The expressions of templates are then sent
     * and evaluated as text, too.
     */
    boolean unsafeEval() default false;

    /**
     * Directives of the pages' Content-Security-Policy, such as {@code "img-src 'self' https://images.example"}. Each stands
     * in the place of the default one of its name, as a whole, so that it can be wider or narrower. The defaults are
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
     * <p>What would let markup that somebody smuggled in run scripts, or keep the page from its own client and stream, is a
     * compile error.
     */
    String[] csp() default {};

    /** What the pages may use of their visitor's device, such as the camera; nothing when empty. */
    Permission[] permissions() default {};

    /**
     * Whether the values of {@link Session}s are kept in the application's {@link dev.lodestar.store.Store}, so that they
     * outlive the process. A {@link Provides} method must open one that is on disk; one in Git keeps only commits, and no
     * sessions. They lie beside the store's values: no view is refreshed by them, and they are in no history.
     */
    boolean storedSessions() default false;
}
