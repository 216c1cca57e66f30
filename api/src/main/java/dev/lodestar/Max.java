package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The greatest value of a number that a handler takes from a request; see {@link Min}. */
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Max {
    /** The greatest value; a whole number if the field is one. */
    double value();

    /** The sentence that refuses another value; when empty, one that names the field and the rule. */
    String message() default "";
}
