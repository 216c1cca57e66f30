package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The least value of a number that a handler takes from a request; see {@link Size} for where limits stand.
 *
 * <pre>{@code
 * @Action("cart/add")
 * void add(@Signal("id") long id, @Signal("amount") @Min(1) @Max(99) int amount) { ... }
 * }</pre>
 */
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Min {
    /** The least value; a whole number if the field is one. */
    double value();

    /** The sentence that refuses another value; when empty, one that names the field and the rule. */
    String message() default "";
}
