package dev.lodestar.processor.name;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Guesses which known name was meant by an unknown one. */
public final class Nearest {
    private Nearest() {}

    /**
     * The known name that is the fewest edits away, if it is close enough to have been meant. Case does not count.
     * Among equally close names, the alphabetically first wins.
     *
     * @param written the unknown name
     * @param known the names that exist
     */
    public static Optional<String> to(String written, Collection<String> known) {
        Optional<String> nearest = Optional.empty();
        int best = Math.max(1, written.length() / 3) + 1;
        for (String name : new TreeSet<>(known)) {
            int distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < best) {
                best = distance;
                nearest = Optional.of(name);
            }
        }
        return nearest;
    }

    /**
     * A question that offers the nearest name, with a leading space; empty if no name is close enough.
     *
     * @param written the unknown name
     * @param known the names that exist
     */
    public static String suggestion(String written, Collection<String> known) {
        return to(written, known).map(name -> " Did you mean " + name + "?").orElse("");
    }

    /** The number of letters to insert, delete, replace or swap with their neighbour. */
    static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            edits[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            edits[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], 1 + edits[i - 2][j - 2]);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
