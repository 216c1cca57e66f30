package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits a number from a request from above. See {@link Min} for an example, and {@link Size} for where limits can be.
 */
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Max {
    /** The greatest value that is accepted. For a whole-number type, it must be a whole number from -2^53 to 2^53. */
    double value();

    /** The sentence that refuses a value; if empty, one that names the field and the rule. */
    String message() default "";
}
