package dev.lodestar.runtime;

import dev.lodestar.Limits;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the argument of {@code --limit}: the name of a limit and its value. */
final class LimitOption {
    private static final Map<String, BiFunction<Limits, String, Limits>> LIMITS = new TreeMap<>(Map.ofEntries(
            number("bodyBytes", Limits::withBodyBytes),
            number("bodyBytesInAll", Limits::withBodyBytesInAll),
            number("jsonDepth", Limits::withJsonDepth),
            number("urlBytes", Limits::withUrlBytes),
            number("headerBytes", Limits::withHeaderBytes),
            number("headers", Limits::withHeaders),
            time("requestTime", Limits::withRequestTime),
            time("idleTime", Limits::withIdleTime),
            time("stallTime", Limits::withStallTime),
            number("connections", Limits::withConnections),
            number("connectionsPerAddress", Limits::withConnectionsPerAddress),
            number("streamsPerSession", Limits::withStreamsPerSession),
            number("streamsPerAddress", Limits::withStreamsPerAddress),
            number("streamOpeningsPerSecond", Limits::withStreamOpeningsPerSecond),
            number("streamOpeningBurst", Limits::withStreamOpeningBurst),
            number("streamOpeningsPerAddress", Limits::withStreamOpeningsPerAddress),
            number("actionsPerSecond", Limits::withActionsPerSecond),
            number("actionBurst", Limits::withActionBurst),
            number("actionsPerAddress", Limits::withActionsPerAddress),
            number("sessions", Limits::withSessions),
            time("sessionTime", Limits::withSessionTime)));

    private LimitOption() {}

    /**
     * Changes a limit.
     *
     * @param option the name, an equals sign and the value
     * @throws CommandLine.Mistake if the limit is unknown or the value is invalid
     */
    static Limits apply(Limits limits, String option) {
        String[] halves = option.split("=", 2);
        BiFunction<Limits, String, Limits> limit = LIMITS.get(halves[0]);
        if (halves.length < 2) {
            throw new CommandLine.Mistake(
                    "The option --limit needs a name and a value, such as bodyBytes=2000000 or idleTime=30s, not \""
                            + option + "\".");
        }
        if (limit == null) {
            throw new CommandLine.Mistake("Unknown limit " + halves[0] + ". Did you mean " + nearest(halves[0])
                    + "? The limits are " + String.join(", ", LIMITS.keySet()) + ".");
        }
        try {
            return limit.apply(limits, halves[1]);
        } catch (NumberFormatException e) {
            throw new CommandLine.Mistake(
                    "The limit " + halves[0] + " needs a whole number, not \"" + halves[1] + "\".");
        } catch (IllegalArgumentException e) {
            throw new CommandLine.Mistake(String.valueOf(e.getMessage()));
        }
    }

    private static Map.Entry<String, BiFunction<Limits, String, Limits>> number(
            String name, BiFunction<Limits, Integer, Limits> change) {
        return Map.entry(name, (limits, value) -> change.apply(limits, Integer.valueOf(value)));
    }

    private static Map.Entry<String, BiFunction<Limits, String, Limits>> time(
            String name, BiFunction<Limits, Duration, Limits> change) {
        return Map.entry(name, (limits, value) -> change.apply(limits, TimeText.read("The limit " + name, value)));
    }

    /** The limit's name that shares most pairs of letters with an unknown one. */
    private static String nearest(String written) {
        String pairs = pairs(written);
        return LIMITS.keySet().stream()
                .max(Comparator.comparingLong(name -> common(pairs, pairs(name))))
                .orElseThrow();
    }

    private static long common(String pairs, String others) {
        String[] own = others.split(" ");
        return 100 * Arrays.stream(own).filter(pairs::contains).count() / own.length;
    }

    private static String pairs(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return IntStream.range(1, lower.length())
                .mapToObj(i -> lower.substring(i - 1, i + 1))
                .collect(Collectors.joining(" "));
    }
}
