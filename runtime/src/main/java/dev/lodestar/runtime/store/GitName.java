package dev.lodestar.runtime.store;

/**
 * The name of an author as Git can keep it: without angle brackets, which would end it, and without what Git strips from
 * its ends.
 */
record GitName(String text) {
    private static final String STRIPPED = " .,:;<>\"\\'";

    static GitName of(String author) {
        String name = author.replace('<', '(').replace('>', ')');
        int from = 0;
        int to = name.length();
        while (from < to && STRIPPED.indexOf(name.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && STRIPPED.indexOf(name.charAt(to - 1)) >= 0) {
            to--;
        }
        return new GitName(from < to ? name.substring(from, to) : "unnamed");
    }
}
