package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits the length of a text or a list from a request.
 *
 * <pre>{@code
 * record Draft(@Size(min = 1, max = 80) String title, @Size(max = 5) List<String> tags) {}
 * }</pre>
 *
 * <p>Like all limits ({@link Min}, {@link Max}, {@link Matches}, {@link NotBlank}), it goes on a {@link Signal} or
 * {@link Query} parameter of a handler, or on a component of a record that is bound from signals. If the type is an
 * {@code Optional}, the limit applies to its value, and an empty one satisfies every limit.
 *
 * <p>Values that violate a limit are refused as {@link BadInput}, with all problems of a request at once, before the
 * handler is called. Characters are counted as {@link String#length} and the {@code maxlength} of an HTML input count
 * them. The elements of a list that is too long or too short are not read.
 */
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Size {
    /** The least number of characters or elements, 0 or more. */
    int min() default 0;

    /** The greatest number of characters or elements, at least {@link #min()}. */
    int max() default Integer.MAX_VALUE;

    /** The sentence that refuses a value; if empty, one that names the field and the rule. */
    String message() default "";
}
