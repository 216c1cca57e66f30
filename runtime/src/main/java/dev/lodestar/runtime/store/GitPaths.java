package dev.lodestar.runtime.store;

import java.util.Optional;

/**
 * Keys as paths in a Git repository: {@code todos/42} is the file {@code todos/42.json}. What Git refuses in a path on some
 * systems is written as {@code %} and two hexadecimal digits, and so is the dot of a folder that is named like a file, or
 * like one of Git's own to some system.
 */
final class GitPaths {
    private static final String FILE = ".json";
    private static final String ESCAPED = "%\\:\"*?<>|~";

    private GitPaths() {}

    static String path(String key) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (ESCAPED.indexOf(c) >= 0 || c == '.' && isOdd(key, i)) {
                path.append(String.format("%%%02X", (int) c));
            } else {
                path.append(c);
            }
        }
        return path.append(FILE).toString();
    }

    // Some systems do not see certain characters before a dot, so that a folder is one of Git's own to them.
    private static boolean isOdd(String key, int dot) {
        return key.startsWith(FILE + "/", dot) || key.charAt(dot - 1) >= 128;
    }

    /** The key of a file, or empty if it is no value: whoever else commits may add others. */
    static Optional<String> key(String path) {
        if (!path.endsWith(FILE)) {
            return Optional.empty();
        }
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < path.length() - FILE.length(); i++) {
            char c = path.charAt(i);
            int escaped = c == '%' ? escaped(path, i) : -1;
            if (escaped >= 0) {
                key.append((char) escaped);
                i += 2;
            } else {
                key.append(c);
            }
        }
        // No two files are one key, and no file is what cannot be a key.
        return Optional.of(key.toString()).filter(k -> Keys.isPath(k) && path(k).equals(path));
    }

    private static int escaped(String path, int at) {
        int high = Character.digit(path.charAt(at + 1), 16);
        int low = Character.digit(path.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
