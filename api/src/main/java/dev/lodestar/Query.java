package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that takes its value from the query of the request's URL. The types are {@code String}, {@code boolean},
 * {@code int}, {@code long}, {@code double}, {@code BigDecimal}, an enum, {@code LocalDate}, {@code LocalTime},
 * {@code LocalDateTime}, {@code YearMonth}, {@code Instant}, and {@link java.util.Optional} or {@link java.util.List} of one
 * of them (boxed). A request without the parameter, or with a value of another form, is refused with a sentence that
 * names it, see {@link BadInput}; an {@code Optional} is empty when the parameter is absent or, unless it is one of text, empty, and a {@code List} holds the values of a parameter
 * that is given several times.
 *
 * <pre>{@code
 * @View("/chat")
 * ChatPage page(@Query("room") String room) { ... }
 * }</pre>
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
public @interface Query {
    /** The name in the query; the parameter's own name when empty. */
    String value() default "";
}
