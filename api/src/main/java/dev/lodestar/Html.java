package dev.lodestar;

/**
 * HTML that is safe to send as it is. A {@code String} never becomes HTML by accident: {@link #text} escapes it, and
 * with {@link #raw} you vouch for it. Immutable.
 *
 * <pre>{@code
 * Html badge = Html.join(List.of(Html.raw("<b>"), Html.text(name), Html.raw("</b>")));
 * }</pre>
 */
public final class Html {
    /** Empty HTML. */
    public static final Html EMPTY = new Html("");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /**
     * Makes HTML of markup as it is.
     *
     * @param markup well-formed HTML in which all outside input is escaped
     */
    public static Html raw(String markup) {
        return markup.isEmpty() ? EMPTY : new Html(markup);
    }

    /**
     * Makes HTML that shows a text, inside an element or in a quoted attribute.
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
     * Concatenates pieces of HTML.
     *
     * @param pieces the pieces, in order; without any, the result is {@link #EMPTY}
     */
    public static Html join(Iterable<Html> pieces) {
        StringBuilder joined = new StringBuilder();
        for (Html piece : pieces) {
            joined.append(piece.markup);
        }
        return raw(joined.toString());
    }

    /** Returns the markup. */
    @Override
    public String toString() {
        return markup;
    }

    /** Returns whether the other object is HTML with the same markup. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Html html && html.markup.equals(markup);
    }

    @Override
    public int hashCode() {
        return markup.hashCode();
    }
}
