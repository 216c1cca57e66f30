package dev.lodestar.store.git;

/**
 * The name of an author as Git can keep it: without angle brackets, which would end the name, and without the
 * characters that Git strips from its ends.
 */
record GitAuthorName(String text) {
    private static final String STRIPPED = " .,:;<>\"\\'";

    static GitAuthorName of(String author) {
        String name = author.replace('<', '(').replace('>', ')');
        int from = 0;
        int to = name.length();
        while (from < to && STRIPPED.indexOf(name.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && STRIPPED.indexOf(name.charAt(to - 1)) >= 0) {
            to--;
        }
        return new GitAuthorName(from < to ? name.substring(from, to) : "unnamed");
    }
}
