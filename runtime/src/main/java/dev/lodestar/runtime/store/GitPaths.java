package dev.lodestar.runtime.store;

/**
 * Keys as paths in a Git repository: {@code todos/42} is the file {@code todos/42.json}. What Git refuses in a path on some
 * systems is written as {@code %} and two hexadecimal digits, and so is the dot of a folder that is named like a file.
 */
final class GitPaths {
    private static final String FILE = ".json";
    private static final String ESCAPED = "%\\:\"*?<>|~";

    private GitPaths() {}

    static String path(String key) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean folderLikeFile = c == '.' && key.startsWith(FILE + "/", i);
            if (folderLikeFile || ESCAPED.indexOf(c) >= 0) {
                path.append(String.format("%%%02X", (int) c));
            } else {
                path.append(c);
            }
        }
        return path.append(FILE).toString();
    }

    /** Tells whether a file of the repository is a value: whoever else commits may add others. */
    static boolean isValue(String path) {
        return path.endsWith(FILE) && !path.startsWith(".") && !path.contains("/.");
    }

    static String key(String path) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < path.length() - FILE.length(); i++) {
            char c = path.charAt(i);
            if (c == '%' && i + 2 < path.length()) {
                key.append((char) Integer.parseInt(path.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                key.append(c);
            }
        }
        return key.toString();
    }
}
