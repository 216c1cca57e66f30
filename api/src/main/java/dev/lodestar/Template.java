package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the Mustache template that renders a record. The template is a resource below {@code templates/}; its variables
 * are the record's components, checked when the application is compiled.
 *
 * <pre>{@code
 * @Template("counter.mustache")
 * record CounterPage(int count) {}
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Template {
    /** The template's path below {@code templates/}, with its ending. */
    String value();
}
