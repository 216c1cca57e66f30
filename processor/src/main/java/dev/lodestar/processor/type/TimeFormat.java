package dev.lodestar.processor.type;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How to format a date or a time.
 *
 * @param pattern a pattern of {@code DateTimeFormatter}
 * @param locale a BCP 47 tag
 * @param zone the name of a time zone, or empty for none
 */
public record TimeFormat(String pattern, String locale, String zone) {
    /**
     * The formatter that renderers use.
     *
     * @throws IllegalArgumentException if the pattern is not valid
     * @throws DateTimeException if the zone does not exist
     */
    public DateTimeFormatter formatter() {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(locale));
        return zone.isEmpty() ? formatter : formatter.withZone(ZoneId.of(zone));
    }
}
