package dev.lodestar.processor.template.parse;

/**
 * A tag in the text and the blanks around it: a tag that writes nothing itself and is alone on its line removes the
 * whole line.
 *
 * @param start the index of its first character
 * @param end the index after its last character
 * @param lineStart the index at which its line begins if only blanks precede it, otherwise -1
 * @param lineEnd the index after its line's end if only blanks follow it, otherwise -1
 */
record Tag(int start, int end, int lineStart, int lineEnd) {
    static Tag at(Source source, int start, int end) {
        return new Tag(start, end, lineStart(source, start), lineEnd(source, end));
    }

    boolean beginsLine() {
        return lineStart >= 0;
    }

    boolean endsLine() {
        return lineEnd >= 0;
    }

    boolean isAlone() {
        return beginsLine() && endsLine();
    }

    /** The blanks before it if nothing else precedes it on its line, otherwise an empty text. */
    String indentation(Source source) {
        return beginsLine() ? source.text().substring(lineStart, start) : "";
    }

    private static int lineStart(Source source, int to) {
        int at = to;
        while (at > 0 && Indentation.isBlank(source.text().charAt(at - 1))) {
            at--;
        }
        return source.isLineStart(at) ? at : -1;
    }

    private static int lineEnd(Source source, int from) {
        String text = source.text();
        int at = from;
        while (at < text.length() && Indentation.isBlank(text.charAt(at))) {
            at++;
        }
        if (text.startsWith("\r\n", at)) {
            return at + 2;
        }
        if (at == text.length()) {
            return source.endsLine() ? at : -1;
        }
        return text.charAt(at) == '\n' ? at + 1 : -1;
    }
}
