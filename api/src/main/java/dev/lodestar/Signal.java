package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter that takes its value from the signals of the page or, if a form was posted, from the form's fields;
 * see {@link Request#signals()}.
 *
 * <pre>{@code
 * @Action("todo/add")
 * void add(@Signal("title") String title) { ... }
 * }</pre>
 *
 * <p>The parameter has one of the types of {@link Query}, or is a record, whose components are read from the signals
 * nested under this one, or an {@link java.util.Optional} or {@link java.util.List} of any of these. It is never null.
 *
 * <p>A request without the signal, or with a value that has the wrong form, is refused with a sentence that names the
 * signal; see {@link BadInput}. An {@code Optional} is empty if the signal is missing or {@code null} or, except for an
 * {@code Optional<String>}, an empty string.
 *
 * <p>On a component of such a record, the annotation names the signal to read it from, if that has another name than
 * the component.
 */
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Signal {
    /**
     * The signal's name, with a dot before a nested one, as in {@code "draft.title"}; if empty, the name of the
     * parameter or component.
     */
    String value() default "";
}
