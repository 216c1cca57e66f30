package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text that a handler takes from a request must have more than white space in it; see {@link Size} for where limits
 * stand.
 */
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface NotBlank {
    /** The sentence that refuses another value; when empty, one that names the field and the rule. */
    String message() default "";
}
