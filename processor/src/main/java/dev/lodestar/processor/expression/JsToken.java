package dev.lodestar.processor.expression;

/**
 * A token of JavaScript.
 *
 * @param afterLine whether a line ends before it
 */
record JsToken(Kind kind, String text, int start, boolean afterLine) {
    enum Kind {
        /** An identifier or a keyword. */
        NAME,
        NUMBER,
        STRING,
        PUNCTUATOR,
        /** A value that is not known before the page is rendered. */
        VALUE,
        END
    }

    int end() {
        return start + text.length();
    }

    /** Whether it is this punctuator or keyword. */
    boolean is(String wanted) {
        return (kind == Kind.PUNCTUATOR || kind == Kind.NAME) && text.equals(wanted);
    }
}
