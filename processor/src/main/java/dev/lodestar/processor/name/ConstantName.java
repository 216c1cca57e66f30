package dev.lodestar.processor.name;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Names the constants for paths and action names: {@code COUNTER_INC} for {@code counter/inc}. */
public final class ConstantName {
    private static final Pattern AFTER_UNDERSCORE = Pattern.compile("(?<=.)_([a-z])");

    private ConstantName() {}

    /** The name of the constant for a text. */
    public static String of(String text) {
        String words = text.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("^_+|_+$", "")
                .toUpperCase(Locale.ROOT);
        return words.isEmpty() ? "ROOT" : Character.isDigit(words.charAt(0)) ? "_" + words : words;
    }

    /** The name of the method that goes with a constant: {@code counterInc}. No two constants have the same. */
    public static String method(String constant) {
        String name = AFTER_UNDERSCORE
                .matcher(constant.toLowerCase(Locale.ROOT))
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
        return SourceVersion.isName(name) ? name : "_" + name;
    }

    /**
     * Finds texts that become the same constant: each of them, except the alphabetically first of its group, is mapped
     * to that first one.
     */
    public static Map<String, String> clashes(Collection<String> texts) {
        Map<String, String> first = new HashMap<>();
        Map<String, String> clashes = new TreeMap<>();
        for (String text : new TreeSet<>(texts)) {
            String other = first.putIfAbsent(of(text), text);
            if (other != null) {
                clashes.put(text, other);
            }
        }
        return clashes;
    }
}
