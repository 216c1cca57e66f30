package dev.lodestar.runtime.piece;

import dev.lodestar.expression.Words;

/** Reads the attributes of a start tag, and throws {@link Unclear} at what may not be there. */
final class TagReader {
    /** The reserved beginning of ids: they stand around the frame. */
    private static final String OWN = "lodestar";

    /** Names of SVG's attributes that have capitals; anything else with one may be another name in disguise. */
    private static final Words WITH_CAPITALS = Words.of("viewBox preserveAspectRatio gradientUnits gradientTransform"
            + " spreadMethod clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits patternTransform"
            + " markerWidth markerHeight markerUnits refX refY pathLength textLength lengthAdjust startOffset"
            + " attributeName repeatCount repeatDur calcMode keyTimes keySplines");

    /** What a control must not be called: a form has its controls as properties, in the place of its own. */
    private static final Words PROPERTIES =
            Words.of("id attributes children childNodes parentNode parentElement firstChild"
                    + " lastChild firstElementChild nextSibling previousSibling nextElementSibling nodeName nodeType nodeValue"
                    + " localName tagName namespaceURI isConnected isEqualNode remove closest matches contains style classList"
                    + " getAttribute setAttribute getAttributeNode"
                    + " setAttributeNode hasAttribute removeAttribute querySelector querySelectorAll insertBefore removeChild"
                    + " moveBefore replaceWith append cloneNode addEventListener removeEventListener dispatchEvent"
                    + " getElementsByTagName getElementById createElement body documentElement");

    /** The bytes of which names and values without quotes are made. */
    private static final boolean[] OF_NAME = new boolean[256];

    /** The bytes of a value in quotes that need no look: all but quotes, NUL and what begins a tag. */
    private static final boolean[] IS_PLAIN = new boolean[256];

    static {
        for (int b = '!'; b < 256; b++) {
            OF_NAME[b] = "\"'/<=>`".indexOf(b) < 0;
        }
        for (int b = 1; b < 256; b++) {
            IS_PLAIN[b] = "\"'<".indexOf(b) < 0;
        }
    }

    private final byte[] html;
    private final int end;
    private final DataAttribute data;
    private final ElementIdentity identity;
    private int at;
    private Kind kind = Kind.PHRASE;
    private int idStart;
    private int idEnd;
    private boolean isEmpty;

    TagReader(byte[] html, int end) {
        this.html = html;
        this.end = end;
        this.data = new DataAttribute(html);
        this.identity = new ElementIdentity(html);
    }

    /**
     * Reads a start tag from the end of its name on.
     *
     * @return the offset behind the tag
     */
    int read(Kind kind, int nameEnd) {
        this.kind = kind;
        at = nameEnd;
        idStart = 0;
        idEnd = 0;
        isEmpty = false;
        data.begin();
        identity.begin(kind);
        while (true) {
            skipBlanks();
            byte next = html[at];
            if (next == '>') {
                break;
            }
            if (next == '/') {
                isEmpty = true;
                at++;
                Unclear.unless(at < end && html[at] == '>');
                break;
            }
            Unclear.unless(MarkupReader.isBlank(html[at - 1]));
            readAttribute();
        }
        // Others are opened and closed by who looks at the page, and every morph of the whole puts that back.
        Unclear.unless(kind != Kind.DISCLOSURE || data.keepsOpen());
        return at + 1;
    }

    int idStart() {
        return idStart;
    }

    int idEnd() {
        return idEnd;
    }

    /** What tells the element from another of its name and id, as a number. */
    int identity() {
        return identity.toInt();
    }

    /** Whether the tag ends with a slash. */
    boolean isEmpty() {
        return isEmpty;
    }

    /** Whether the client puts text in the place of what the element holds. */
    boolean isFilledByClient() {
        return data.isFilledByClient();
    }

    private void skipBlanks() {
        int next = at;
        while (next < end && MarkupReader.isBlank(html[next])) {
            next++;
        }
        Unclear.unless(next < end);
        at = next;
    }

    private void readAttribute() {
        int from = at;
        int to = from;
        boolean capitals = false;
        while (to < end && isOfName(html[to])) {
            capitals |= html[to] >= 'A' && html[to] <= 'Z';
            to++;
        }
        at = to;
        Unclear.unless(to > from);
        Unclear.unless(!capitals || kind.isForeign() && WITH_CAPITALS.contain(html, from, to));
        skipBlanks();
        if (html[at] != '=') {
            take(from, to, at, at);
            return;
        }
        at++;
        skipBlanks();
        byte quote = html[at];
        if (quote != '"' && quote != '\'') {
            int value = at;
            skipUnquoted();
            take(from, to, value, at);
            return;
        }
        int value = ++at;
        skipTo(quote);
        take(from, to, value, at);
        at++;
    }

    private void skipTo(byte quote) {
        int next = at;
        while (true) {
            while (next < end && IS_PLAIN[html[next] & 0xff]) {
                next++;
            }
            Unclear.unless(next < end);
            if (html[next] == quote) {
                at = next;
                return;
            }
            Unclear.unless(html[next] != 0 && (html[next] != '<' || !isTagLike(next + 1)));
            next++;
        }
    }

    /** Clients look at the text of a patch for the tags of a whole document, and see them in values, too. */
    private boolean isTagLike(int from) {
        return from == end || html[from] == '/' || MarkupReader.isLetter(html[from]);
    }

    private void skipUnquoted() {
        int from = at;
        while (at < end && isOfName(html[at]) || at < end && html[at] == '/') {
            at++;
        }
        Unclear.unless(at > from && at < end && (html[at] == '>' || MarkupReader.isBlank(html[at])));
    }

    private static boolean isOfName(byte b) {
        return OF_NAME[b & 0xff];
    }

    private void take(int from, int to, int value, int valueEnd) {
        identity.take(from, to, value, valueEnd);
        switch (html[from]) {
            case 'd' -> {
                if (startsWith("data-", from, to)) {
                    data.take(kind, from + 5, to, value, valueEnd);
                }
            }
            case 'i' -> takeIdentity(from, to, value, valueEnd);
            case 'n' -> {
                Unclear.unless(!is("nonce", from, to));
                Unclear.unless(!is("name", from, to) || isPlainName(value, valueEnd));
            }
            // A handler could change the document, as could who looks at the page.
            case 'o' -> Unclear.unless(!startsWith("on", from, to));
            case 'c' -> Unclear.unless(!is("contenteditable", from, to));
            case 'h' -> Unclear.unless(!is("hidden", from, to) || value == valueEnd || is("hidden", value, valueEnd));
            default -> {}
        }
    }

    private void takeIdentity(int from, int to, int value, int valueEnd) {
        Unclear.unless(!is("is", from, to));
        if (is("id", from, to)) {
            Unclear.unless(idStart == 0);
            Unclear.unless(!startsWith(OWN, value, valueEnd) && isPlainName(value, valueEnd));
            idStart = value;
            idEnd = valueEnd;
        }
    }

    /** Whether a name is read as it is written, and none that a form needs for itself. */
    private boolean isPlainName(int from, int to) {
        boolean letters = true;
        for (int i = from; i < to; i++) {
            byte b = html[i];
            if (b == '&' || b == '\r' || b == '\n') {
                return false;
            }
            letters &= MarkupReader.isLetter(b);
        }
        return !letters || !PROPERTIES.contain(html, from, to);
    }

    private boolean is(String word, int from, int to) {
        return to - from == word.length() && startsWith(word, from, to);
    }

    private boolean startsWith(String word, int from, int to) {
        return startsWith(html, word, from, to);
    }

    static boolean startsWith(byte[] html, String word, int from, int to) {
        if (to - from < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (html[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
