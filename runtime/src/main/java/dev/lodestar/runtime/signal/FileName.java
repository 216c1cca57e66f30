package dev.lodestar.runtime.signal;

import java.util.regex.Pattern;

/**
 * Makes a file name that somebody sent harmless on every system. The result is not a path, names no stream of another
 * file and no device, and no system drops anything at its end.
 *
 * @see <a href="https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file">Naming files</a>
 */
final class FileName {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");
    private static final Pattern DRIVE = Pattern.compile("^([A-Za-z]:)+");

    /** What Windows takes for a device in any folder, whatever the extension. */
    private static final Pattern DEVICE = Pattern.compile(
            "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|CLOCK\\$|(COM|LPT)[0-9\u00b9\u00b2\u00b3])\\s*+(\\..*+)?+",
            Pattern.CASE_INSENSITIVE);

    private FileName() {}

    /** The last segment, changed where it would not be harmless; empty if it leads to a folder. */
    static String of(String sent) {
        String visible = CONTROLS.matcher(sent).replaceAll("");
        String last = visible.substring(Math.max(visible.lastIndexOf('/'), visible.lastIndexOf('\\')) + 1);
        // On some systems, a letter and a colon name a drive, and other colons a stream of a file.
        String plain = DRIVE.matcher(last).replaceFirst("").replace(':', '_');
        String name = trimmed(plain);
        return DEVICE.matcher(name).matches() ? "_" + name : name;
    }

    // Windows drops spaces and dots at the end, so that two names are one there. Without a regular expression, which
    // would backtrack at every space of a long run in the middle.
    private static String trimmed(String name) {
        int from = 0;
        while (from < name.length() && isBlank(name.charAt(from))) {
            from++;
        }
        int to = name.length();
        while (to > from && (name.charAt(to - 1) == '.' || isBlank(name.charAt(to - 1)))) {
            to--;
        }
        return name.substring(from, to);
    }

    /** White space of any kind, including no-break spaces. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
