package dev.lodestar.runtime.signal;

import java.util.regex.Pattern;

/** What is left of a file's name that somebody sent: no path, on no system. */
final class FileName {
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");
    private static final Pattern DRIVE = Pattern.compile("^([A-Za-z]:)+");

    private FileName() {}

    /** The last segment; empty if it is one that leads to a folder. */
    static String of(String sent) {
        String visible = CONTROLS.matcher(sent).replaceAll("");
        String last = visible.substring(Math.max(visible.lastIndexOf('/'), visible.lastIndexOf('\\')) + 1);
        // On some systems a letter and a colon are a place of their own.
        String name = DRIVE.matcher(last).replaceFirst("");
        return name.equals(".") || name.equals("..") ? "" : name;
    }
}
