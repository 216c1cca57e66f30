package dev.lodestar.processor.javascript;

/**
 * A token of JavaScript.
 *
 * @param kind what it is
 * @param text its characters, including quotes
 * @param start the offset of the first of them
 * @param afterLine whether a line ends between it and the token before
 */
public record Token(Kind kind, String text, int start, boolean afterLine) {
    /** The kinds of tokens. */
    public enum Kind {
        /** An identifier or a keyword. */
        NAME,
        /** A number. */
        NUMBER,
        /** A string in quotes; in a {@link Script} also a template literal without substitutions. */
        STRING,
        /** A part of a template literal with substitutions; only in a {@link Script}. */
        TEMPLATE,
        /** A regular expression with its flags; only in a {@link Script}. */
        REGEX,
        /** An operator, a bracket or other punctuation. */
        PUNCTUATOR,
        /** A value that is not known before the page is rendered. */
        VALUE,
        /** Characters that are not valid JavaScript. */
        INVALID,
        /** The end of the text. */
        END
    }

    /** The offset after its last character. */
    public int end() {
        return start + text.length();
    }

    /** Whether it is this punctuator or keyword. */
    public boolean is(String wanted) {
        return (kind == Kind.PUNCTUATOR || kind == Kind.NAME) && text.equals(wanted);
    }
}
