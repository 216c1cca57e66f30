package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that takes its value from the signals that the browser sent, or from the fields of a form that was posted in
 * their place, see {@link Request#signals()}. The types are those of {@link Query} and,
 * beyond them, records, whose components are read from the signals nested below this one, and {@link java.util.List} of
 * any of these. A request without the signal, or with a value of another form, is refused with a sentence that names it,
 * see {@link BadInput}; an {@code Optional} is empty when the signal is absent or {@code null} or, unless it is one of
 * text, empty.
 *
 * <p>On a component of such a record: the signal that it is read from, where that has another name.
 *
 * <pre>{@code
 * @Action("todo/add")
 * void add(@Signal("title") String title) { ... }
 * }</pre>
 */
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Signal {
    /** The signal's name; a dot leads to a nested one, as in {@code "draft.title"}. The element's own name when empty. */
    String value() default "";
}
