package dev.lodestar.runtime;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration as written on the command line. */
final class TimeText {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private TimeText() {}

    /**
     * Reads a duration.
     *
     * @param what whose duration it is, for the error message
     * @throws CommandLine.Mistake if it is invalid
     */
    static Duration read(String what, String value) {
        Matcher matcher = TIME.matcher(value);
        if (!matcher.matches()) {
            throw new CommandLine.Mistake(
                    what + " needs a time such as 500ms, 30s, 5m, 2h or 14d, not \"" + value + "\".");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
