package dev.lodestar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how templates write a component of a record that is a date or a time of {@code java.time}, or an
 * {@link java.util.Optional}, list or map of such. That the pattern fits the type is checked when the application is
 * compiled.
 *
 * <pre>{@code
 * record Post(
 *         String title,
 *         @Format("d MMMM yyyy") LocalDate written,
 *         @Format(value = "HH:mm", zone = "Europe/Berlin") Instant seen) {}
 * }</pre>
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Format {
    /** A pattern of {@link java.time.format.DateTimeFormatter}. */
    String value();

    /** The language of names such as those of months, a BCP 47 tag; that of {@link App#lang()} when empty. */
    String locale() default "";

    /**
     * The time zone, such as {@code "Europe/Berlin"}, in which a moment is written. An {@link java.time.Instant} needs
     * one, an {@code OffsetDateTime} or a {@code ZonedDateTime} may have one in place of its own; no other type can.
     */
    String zone() default "";
}
