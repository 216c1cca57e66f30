package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What text must look like, the whole of it, that a handler takes from a request; see {@link Size} for where limits
 * stand. The expression is checked when the application is compiled.
 *
 * <pre>{@code
 * @Action("coupon/use")
 * void use(@Signal("code") @Matches(value = "[A-Z]{3}[0-9]{4}", message = "A code is like ABC1234.") String code) { ... }
 * }</pre>
 *
 * <p>Some expressions, such as {@code (a|aa)+}, can take a time that doubles with every character. Matching therefore ends
 * after a bounded number of steps: 16 for each character, and a million more for all texts of a request together. Text
 * that would need more is refused like one that does not match. Text that breaks a {@link Size} is not matched at all.
 */
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Matches {
    /** A regular expression; see {@link java.util.regex.Pattern}. */
    String value();

    /** The sentence that refuses another value; when empty, one that names the field and the rule. */
    String message() default "";
}
