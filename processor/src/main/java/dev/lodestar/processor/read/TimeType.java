package dev.lodestar.processor.read;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A type that {@code @Format} can format.
 *
 * @param sample a value of the type in which every field has as many digits as possible
 * @param pattern a pattern that fits the type, for messages
 * @param isZoned whether a zone can have an effect
 */
record TimeType(TemporalAccessor sample, String pattern, boolean isZoned) {
    private static final LocalDateTime LONG = LocalDateTime.of(2001, 12, 30, 23, 58, 59, 999_999_999);
    private static final String DATE_AND_TIME = "d MMM yyyy HH:mm";

    private static final Map<String, TimeType> BY_NAME = Stream.of(
                    new TimeType(LONG.toLocalDate(), "d MMM yyyy", false),
                    new TimeType(LONG.toLocalTime(), "HH:mm", false),
                    new TimeType(LONG, DATE_AND_TIME, false),
                    new TimeType(LONG.atOffset(ZoneOffset.UTC), DATE_AND_TIME, true),
                    new TimeType(LONG.atZone(ZoneOffset.UTC), DATE_AND_TIME, true),
                    new TimeType(LONG.toInstant(ZoneOffset.UTC), DATE_AND_TIME, true),
                    new TimeType(LONG.toLocalTime().atOffset(ZoneOffset.UTC), "HH:mm XXX", false),
                    new TimeType(Year.from(LONG), "yyyy", false),
                    new TimeType(YearMonth.from(LONG), "MMMM yyyy", false),
                    new TimeType(MonthDay.from(LONG), "d MMMM", false),
                    new TimeType(Month.DECEMBER, "MMMM", false),
                    new TimeType(DayOfWeek.SUNDAY, "EEEE", false))
            .collect(Collectors.toMap(type -> type.sample.getClass().getName(), Function.identity()));

    static Optional<TimeType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The type's name with an article, for messages. */
    String described() {
        String name = sample.getClass().getSimpleName();
        return ("AEIOU".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }

    /** Whether a value has a date and a time only in a zone. */
    boolean needsZone() {
        return sample instanceof Instant;
    }
}
