package dev.lodestar.processor.template;

/**
 * A tag in the text, and the white space that goes with it: a tag that writes nothing itself and stands alone on its
 * line takes the whole line with it.
 *
 * @param start the index of its first character
 * @param end the index after its last character
 * @param textEnd the index at which the text before it ends
 * @param nextText the index at which the text after it begins
 */
record Tag(int start, int end, int textEnd, int nextText) {
    /** The characters after the opening delimiter of which a tag that writes nothing has one. */
    private static final String SILENT = "#^/!>=<$?%";

    static Tag at(Source source, int start, int end, String content) {
        boolean silent = !content.isEmpty() && SILENT.indexOf(content.charAt(0)) >= 0;
        int lineStart = silent ? blankSinceLineStart(source.text(), start) : -1;
        int lineEnd = lineStart >= 0 ? blankUntilLineEnd(source.text(), end) : -1;
        return lineEnd >= 0 ? new Tag(start, end, lineStart, lineEnd) : new Tag(start, end, start, end);
    }

    /** The white space before it if it stands alone. */
    String indentation(Source source) {
        return source.text().substring(textEnd, start);
    }

    /** The index at which the line begins if nothing but blanks comes before the tag, otherwise -1. */
    private static int blankSinceLineStart(String text, int to) {
        int at = to;
        while (at > 0 && isBlank(text.charAt(at - 1))) {
            at--;
        }
        return at == 0 || text.charAt(at - 1) == '\n' ? at : -1;
    }

    /** The index after the line's end if nothing but blanks comes before it, otherwise -1. */
    private static int blankUntilLineEnd(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        if (text.startsWith("\r\n", at)) {
            return at + 2;
        }
        if (at == text.length()) {
            return at;
        }
        return text.charAt(at) == '\n' ? at + 1 : -1;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
