package dev.lodestar.processor.code;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Turns paths and names into the names of constants: {@code counter/inc} into {@code COUNTER_INC}. */
final class ConstantNames {
    private static final Pattern AFTER_UNDERSCORE = Pattern.compile("(?<=.)_([a-z])");

    private final Set<String> taken = new HashSet<>();

    /** The constant's name; a number makes it differ from those given before. */
    String of(String text) {
        String words = text.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("^_+|_+$", "")
                .toUpperCase(Locale.ROOT);
        String base = words.isEmpty() ? "ROOT" : Character.isDigit(words.charAt(0)) ? "_" + words : words;
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    /** The name of a method that belongs to a constant: {@code counterInc}; no two constants share one. */
    static String method(String constant) {
        String name = AFTER_UNDERSCORE
                .matcher(constant.toLowerCase(Locale.ROOT))
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
        return SourceVersion.isName(name) ? name : "_" + name;
    }
}
