package dev.lodestar.store.git;

import dev.lodestar.runtime.store.history.Keys;
import java.util.Optional;

/**
 * Keys as paths in a Git repository: {@code todos/42} is the file {@code todos/42.json}. Characters that Git rejects in
 * a path on some systems are written as {@code %} and two hexadecimal digits. So is the dot of a folder whose name
 * looks like that of a file, or, on some systems, like that of Git's own folder.
 */
final class GitPaths {
    private static final String FILE = ".json";
    private static final String ESCAPED = "%\\:\"*?<>|~";

    private GitPaths() {}

    static String path(String key) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (ESCAPED.indexOf(c) >= 0 || c == '.' && needsEscape(key, i)) {
                path.append(String.format("%%%02X", (int) c));
            } else {
                path.append(c);
            }
        }
        return path.append(FILE).toString();
    }

    // Some systems ignore certain characters before a dot, so that a folder could be taken for Git's own.
    private static boolean needsEscape(String key, int dot) {
        return key.startsWith(FILE + "/", dot) || key.charAt(dot - 1) >= 128;
    }

    /** Returns the key of a file, or empty if the file is not a value: other programs may add such files. */
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
        // Two files never have the same key, and no file has an invalid key.
        return Optional.of(key.toString()).filter(k -> Keys.isKey(k) && path(k).equals(path));
    }

    private static int escaped(String path, int at) {
        int high = Character.digit(path.charAt(at + 1), 16);
        int low = Character.digit(path.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
