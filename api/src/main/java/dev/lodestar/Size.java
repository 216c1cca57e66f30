package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How long a text, or a list, may be that a handler takes from a request: on a {@link Signal} or {@link Query} parameter,
 * or on a component of a record that is bound from signals. Characters are counted as {@link String#length} and the
 * {@code maxlength} of an HTML input do. An {@code Optional} that is empty keeps every limit.
 *
 * <pre>{@code
 * record Draft(@Size(min = 1, max = 80) String title, @Size(max = 5) List<String> tags) {}
 * }</pre>
 *
 * <p>What breaks a limit is refused as {@link BadInput}, all faults of a request at once, before the handler is called.
 * The elements of a list that breaks this one are not read.
 */
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Size {
    /** The least number of characters or elements, 0 or more. */
    int min() default 0;

    /** The greatest number of characters or elements. */
    int max() default Integer.MAX_VALUE;

    /** The sentence that refuses another value; when empty, one that names the field and the rule. */
    String message() default "";
}
