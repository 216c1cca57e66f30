package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how templates format a record's component: a date or a time of {@code java.time}, or an
 * {@link java.util.Optional}, list or map of dates or times.
 *
 * <pre>{@code
 * record Post(
 *         String title,
 *         @Format("d MMMM yyyy") LocalDate written,
 *         @Format(value = "HH:mm", zone = "Europe/Berlin") Instant seen) {}
 * }</pre>
 *
 * <p>A pattern that does not fit the type is a compile error.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Format {
    /** A pattern of {@link java.time.format.DateTimeFormatter}, as in {@code "d MMMM yyyy"}. */
    String value();

    /** The language of names such as those of months, a BCP 47 tag; if empty, that of {@link App#lang()}. */
    String locale() default "";

    /**
     * The time zone in which to show a moment, such as {@code "Europe/Berlin"}. An {@link java.time.Instant} requires
     * it. For an {@code OffsetDateTime} or a {@code ZonedDateTime} it is optional, and replaces the value's own. Other
     * types do not allow it.
     */
    String zone() default "";
}
