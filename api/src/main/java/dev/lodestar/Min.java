package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits a number from a request from below. See {@link Size} for where limits can be.
 *
 * <pre>{@code
 * @Action("cart/add")
 * void add(@Signal("id") long id, @Signal("amount") @Min(1) @Max(99) int amount) { ... }
 * }</pre>
 */
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Min {
    /** The least value that is accepted. For a whole-number type, it must be a whole number from -2^53 to 2^53. */
    double value();

    /** The sentence that refuses a value; if empty, one that names the field and the rule. */
    String message() default "";
}
