package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the Mustache template of a record, whose components are the template's variables.
 *
 * <pre>{@code
 * @Template("counter.mustache")
 * record CounterPage(int count) {}
 * }</pre>
 *
 * <p>The template is compiled together with the application. A variable that the record does not have is a compile
 * error, as is any other mistake in the template. A view returns the record; in a reply, the generated
 * {@code Templates.html(record)} renders it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Template {
    /** The template's path under {@code templates/} among the resources, with its extension. */
    String value();
}
