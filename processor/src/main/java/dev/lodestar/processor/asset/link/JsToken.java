package dev.lodestar.processor.asset.link;

/**
 * A token of JavaScript.
 *
 * @param text the word or the punctuator; of strings and templates what stands between the quotes, with its escapes
 * @param start the offset of {@code text}
 */
record JsToken(Kind kind, String text, int start) {
    enum Kind {
        /** An identifier or a keyword. */
        WORD,
        /** A quoted string, or a template in which nothing is computed. */
        STRING,
        PUNCTUATOR,
        /** A number, a regular expression, or a part of a template in which something is computed. */
        OTHER,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isPunctuator(String punctuator) {
        return kind == Kind.PUNCTUATOR && text.equals(punctuator);
    }

    boolean isString() {
        return kind == Kind.STRING;
    }

    int end() {
        return start + text.length();
    }
}
