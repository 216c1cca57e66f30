package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Requires a text from a request to match a regular expression as a whole. See {@link Size} for where limits can be.
 *
 * <pre>{@code
 * @Action("coupon/use")
 * void use(@Signal @Matches(value = "[A-Z]{3}[0-9]{4}", message = "A code is like ABC1234.") String code) { ... }
 * }</pre>
 *
 * <p>An invalid expression is a compile error.
 *
 * <p>The time to match some expressions, such as {@code (a|aa)+}, doubles with every character. Matching therefore
 * stops after a limited number of steps: 16 for each character, plus a million for all texts of a request together. A
 * text that would take more is refused like one that does not match. A text that violates a {@link Size} is not matched
 * at all.
 */
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Matches {
    /** A regular expression; see {@link java.util.regex.Pattern}. */
    String value();

    /** The sentence that refuses a value; if empty, one that names the field and the rule. */
    String message() default "";
}
