package dev.lodestar.runtime.sse;

import java.util.regex.Pattern;

/** Escapes JavaScript for the content of a script element. */
final class ScriptText {
    // These end a script element, or change how its end is found. In scripts, they occur only in strings, templates and
    // regular expressions, where a backslash before the second character changes nothing.
    private static final Pattern BREAKS_OUT = Pattern.compile("<(/script|!--)", Pattern.CASE_INSENSITIVE);

    private ScriptText() {}

    static String inElement(String source) {
        return BREAKS_OUT.matcher(source).replaceAll("<\\\\$1");
    }
}
