package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Requires a text from a request to contain more than white space. See {@link Size} for where limits can be.
 *
 * <pre>{@code
 * @Action("todo/add")
 * void add(@Signal("title") @NotBlank(message = "A todo needs a title.") String title) { ... }
 * }</pre>
 */
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface NotBlank {
    /** The sentence that refuses a value; if empty, one that names the field and the rule. */
    String message() default "";
}
