package dev.lodestar;

/**
 * HTML that is safe to write as it is. There is no way from a {@code String} to it by accident: text becomes HTML by
 * {@link #text}, which escapes it, or by {@link #raw}, by which the caller vouches for it. Immutable.
 */
public final class Html {
    /** No HTML at all. */
    public static final Html EMPTY = new Html("");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /**
     * Takes markup as it is.
     *
     * @param markup well-formed HTML in which everything that came from outside has been escaped
     */
    public static Html raw(String markup) {
        return markup.isEmpty() ? EMPTY : new Html(markup);
    }

    /**
     * Makes HTML that shows a text, in element content or in a quoted attribute.
     *
     * @param text any text
     */
    public static Html text(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&#34;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return raw(escaped.toString());
    }

    /**
     * Joins pieces in their order.
     *
     * @param pieces the pieces; none gives {@link #EMPTY}
     */
    public static Html join(Iterable<Html> pieces) {
        StringBuilder joined = new StringBuilder();
        for (Html piece : pieces) {
            joined.append(piece.markup);
        }
        return raw(joined.toString());
    }

    /** The markup. */
    @Override
    public String toString() {
        return markup;
    }

    /** Two are equal if their markup is. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Html html && html.markup.equals(markup);
    }

    @Override
    public int hashCode() {
        return markup.hashCode();
    }
}
