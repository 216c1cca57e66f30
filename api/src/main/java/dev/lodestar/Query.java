package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter that takes its value from the query of the request's URL.
 *
 * <pre>{@code
 * @View("/chat")
 * ChatPage page(@Query("room") String room) { ... }
 * }</pre>
 *
 * <p>The parameter is a {@code String}, {@code boolean}, {@code int}, {@code long}, {@code double}, {@code BigDecimal},
 * enum, {@code LocalDate}, {@code LocalTime}, {@code LocalDateTime}, {@code YearMonth} or {@code Instant}, or an
 * {@link java.util.Optional} or {@link java.util.List} of one of these (boxed). It is never null.
 *
 * <p>A request without the parameter, or with a value that has the wrong form, is refused with a sentence that names
 * the parameter; see {@link BadInput}. An {@code Optional} is empty if the parameter is missing or, except for an
 * {@code Optional<String>}, empty. A {@code List} has a value for each occurrence of the parameter.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
public @interface Query {
    /** The name in the query; if empty, the name of the parameter. */
    String value() default "";
}
