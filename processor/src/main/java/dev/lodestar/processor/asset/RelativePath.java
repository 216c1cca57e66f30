package dev.lodestar.processor.asset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Resolves relative paths as browsers do. */
final class RelativePath {
    private RelativePath() {}

    /**
     * The path that a relative path refers to.
     *
     * @param base the path of the file that contains it
     * @return a path without {@code .} and {@code ..}, except for leading ones that lead out of all folders
     */
    static String resolve(String base, String relative) {
        List<String> parts = new ArrayList<>(Arrays.asList(base.split("/")));
        parts.remove(parts.size() - 1);
        for (String part : relative.split("/")) {
            int last = parts.size() - 1;
            if (part.equals("..") && last >= 0 && !parts.get(last).equals("..")) {
                parts.remove(last);
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
