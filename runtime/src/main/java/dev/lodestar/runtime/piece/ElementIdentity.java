package dev.lodestar.runtime.piece;

/**
 * By what the client tells one element from another, besides its tag and its id: the key, and for a form control the
 * name, the type, what it is bound to, and the value if that does not change while it is the same. Where this differs,
 * a morph puts another element in the place of the old one, so the element is not a piece by itself.
 */
final class ElementIdentity {
    private final byte[] html;
    private Kind kind = Kind.PHRASE;
    private int hash;
    private int valueHash;
    private boolean isToldByValue;

    ElementIdentity(byte[] html) {
        this.html = html;
    }

    /** Forgets the element before. */
    void begin(Kind next) {
        kind = next;
        hash = 0;
        valueHash = 0;
        isToldByValue = next == Kind.BUTTON || next == Kind.CHOICE;
    }

    void take(int from, int to, int value, int valueEnd) {
        if (is("data-key", from, to)) {
            hash += hash(from, to, value, valueEnd);
        } else if (isControl()) {
            if (is("value", from, to)) {
                valueHash = hash(from, to, value, valueEnd);
            } else if (is("name", from, to)
                    || is("type", from, to)
                    || TagReader.startsWith(html, "data-bind", from, to)) {
                hash += hash(from, to, value, valueEnd);
                isToldByValue |=
                        is("type", from, to) && (is("radio", value, valueEnd) || is("checkbox", value, valueEnd));
            }
        }
    }

    /** A hash of all that. Attributes may stand in any order. */
    int toInt() {
        return isToldByValue ? hash + valueHash : hash;
    }

    private boolean isControl() {
        return switch (kind) {
            case INPUT, SELECT, TEXTAREA, BUTTON, CHOICE -> true;
            default -> false;
        };
    }

    private int hash(int from, int to, int value, int valueEnd) {
        int sum = 1;
        for (int at = from; at < to; at++) {
            sum = 31 * sum + html[at];
        }
        for (int at = value; at < valueEnd; at++) {
            sum = 31 * sum + html[at];
        }
        return 31 * sum + (valueEnd - value);
    }

    private boolean is(String word, int from, int to) {
        return to - from == word.length() && TagReader.startsWith(html, word, from, to);
    }
}
