package dev.lodestar.runtime.piece;

/**
 * Tells whether an expression in an attribute may change the document by itself: then the page is no longer what was
 * rendered, a morph of the whole page would put that back, and pieces would not. It throws {@link Unclear} unless everything
 * that the expression sets is a signal, a variable or a property that no markup has, and everything that it calls is an
 * action or known to leave markup alone. There's no other way to change a document in JavaScript.
 */
final class Expression {
    private static final Words SETTABLE = Words.of(
            "checked indeterminate scrollTop scrollLeft selectedIndex selectionStart selectionEnd currentTime volume"
                    + " playbackRate returnValue open");

    private static final Words CALLABLE = Words.of("if while switch return typeof void catch closest matches"
            + " contains querySelector querySelectorAll getElementById elementFromPoint getAttribute hasAttribute"
            + " getBoundingClientRect focus blur select setSelectionRange scroll scrollTo scrollBy"
            + " scrollIntoView click submit requestSubmit checkValidity reportValidity setPointerCapture"
            + " releasePointerCapture preventDefault stopPropagation stopImmediatePropagation dispatchEvent"
            + " play pause show showModal close showPopover hidePopover togglePopover vibrate confirm alert"
            + " prompt log warn error trim trimStart trimEnd slice substring split join includes startsWith"
            + " endsWith indexOf lastIndexOf toFixed toString toLowerCase toUpperCase toLocaleString"
            + " replaceAll padStart padEnd repeat charAt at test match reduce concat push pop shift unshift"
            + " sort reverse flat keys values entries isArray max min round floor ceil abs random sqrt pow"
            + " trunc sign hypot parse stringify parseInt parseFloat isNaN isInteger isFinite Number String"
            + " Boolean Array Date FormData URLSearchParams now get has getTime toISOString"
            + " toLocaleTimeString toLocaleDateString encodeURIComponent decodeURIComponent clearTimeout"
            + " clearInterval Event PointerEvent getItem setItem removeItem matchMedia writeText");

    /** These call what they are given, some as a method of what else they are given: so it must be a function written there. */
    private static final Words CALLING = Words.of("map filter find findIndex some every forEach flatMap setTimeout"
            + " setInterval requestAnimationFrame queueMicrotask then finally");

    /** After these a slash begins a regular expression, in which quotes are no quotes. */
    private static final Words BEFORE_OPERAND = Words.of("return typeof void else do new case throw await yield in of");

    private static final Words UNCLEAR = Words.of("for in of with delete eval Function class");

    private static final Words REFERENCES = Words.of("amp lt gt quot apos #38 #60 #62 #34 #39");
    private static final String CHARACTERS = "&<>\"'&<>\"'";

    /** What was read last. */
    private enum Token {
        NOTHING,
        OPERATOR,
        DOT,
        AT,
        WORD,
        NUMBER,
        /** A string, or the end of brackets. */
        CLOSED
    }

    private final byte[] html;
    private int at;
    private int end;
    private Token last = Token.NOTHING;
    private int wordStart;
    private int wordEnd;

    /** Whether the word is an action's, whether it belongs to a signal, and whether it may be set. */
    private boolean isAction;

    private boolean isOfSignal;
    private boolean isSettable;

    Expression(byte[] html) {
        this.html = html;
    }

    /** Reads an expression that stands between two offsets as the value of an attribute. */
    void check(int from, int to) {
        at = from;
        end = to;
        last = Token.NOTHING;
        isSettable = false;
        while (at < end) {
            byte b = html[at];
            if (MarkupReader.isBlank(b)) {
                at++;
            } else if (isOfWord(b)) {
                readWord();
            } else {
                readSign(next());
            }
        }
    }

    private void readWord() {
        wordStart = at;
        while (at < end && isOfWord(html[at])) {
            at++;
        }
        wordEnd = at;
        boolean member = last == Token.DOT;
        isAction = last == Token.AT;
        if (html[wordStart] >= '0' && html[wordStart] <= '9') {
            last = Token.NUMBER;
            return;
        }
        Unclear.unless(!UNCLEAR.contain(html, wordStart, wordEnd));
        isOfSignal = member ? isOfSignal : html[wordStart] == '$';
        isSettable = !member || isOfSignal || SETTABLE.contain(html, wordStart, wordEnd);
        last = Token.WORD;
    }

    private void readSign(int sign) {
        switch (sign) {
            case '\'', '"' -> skipString(sign);
            case '(' -> {
                checkCall();
                last = Token.OPERATOR;
            }
            case ')', ']', '}' -> close();
            case '=' -> readEquals();
            case '<', '>' -> readAngle(sign);
            case '!' -> {
                skip('=');
                last = Token.OPERATOR;
            }
            case '+', '-' -> {
                if (skip(sign) > 0) {
                    checkStep();
                }
                last = Token.OPERATOR;
            }
            case '/' -> {
                Unclear.unless(last == Token.NUMBER
                        || last == Token.WORD && !BEFORE_OPERAND.contain(html, wordStart, wordEnd));
                Unclear.unless(at < end && html[at] != '/' && html[at] != '*');
                last = Token.OPERATOR;
            }
            case '.' -> {
                isOfSignal &= last == Token.WORD;
                last = Token.DOT;
            }
            case '?' -> {
                // In a?.b the dot goes on with a.
                if (at == end || html[at] != '.') {
                    last = Token.OPERATOR;
                }
            }
            case '@' -> last = Token.AT;
            // Templates can hold code and quotes, and escapes disguise words.
            case '`', '\\', '#' -> throw Unclear.UNCLEAR;
            default -> {
                // Some blanks are not of ASCII.
                Unclear.unless(sign > 0);
                last = Token.OPERATOR;
            }
        }
    }

    private void close() {
        isSettable = false;
        last = Token.CLOSED;
    }

    private void checkCall() {
        switch (last) {
            case WORD ->
                Unclear.unless(isAction
                        || CALLABLE.contain(html, wordStart, wordEnd)
                        || CALLING.contain(html, wordStart, wordEnd) && isArrow(at));
            case NOTHING, OPERATOR -> {}
            default -> throw Unclear.UNCLEAR;
        }
    }

    /** Whether an arrow function begins at an offset: {@code x =>}, {@code () =>} or {@code (x, y) =>}. */
    private boolean isArrow(int from) {
        int next = skipBlanks(from);
        boolean several = next < end && html[next] == '(';
        next += several ? 1 : 0;
        while (next < end && (isOfWord(html[next]) || several && (html[next] == ',' || html[next] == ' '))) {
            next++;
        }
        if (several) {
            if (next == end || html[next] != ')') {
                return false;
            }
            next++;
        }
        next = skipBlanks(next);
        return next + 1 < end && html[next] == '=' && (html[next + 1] == '>' || html[next + 1] == '&');
    }

    private int skipBlanks(int from) {
        int next = from;
        while (next < end && MarkupReader.isBlank(html[next])) {
            next++;
        }
        return next;
    }

    /** After ++ or --, which must belong to what is before it. */
    private void checkStep() {
        Unclear.unless(last == Token.WORD && isSettable);
        int next = skipBlanks(at);
        Unclear.unless(next == end || ");,}]:?".indexOf(html[next]) >= 0);
    }

    private void readEquals() {
        if (skip('=') == 0 && skip('>') == 0) {
            Unclear.unless(isSettable);
        }
        last = Token.OPERATOR;
    }

    /** A comparison or a shift; what shifts and sets is too rare to tell, and {@code <!--} begins a comment. */
    private void readAngle(int sign) {
        int more = skip(sign);
        int equals = skip('=');
        Unclear.unless(more == 0 || equals == 0);
        Unclear.unless(at == end || html[at] != '!');
        last = Token.OPERATOR;
    }

    /** Skips all of one sign that stand here; returns how many there were. */
    private int skip(int sign) {
        int count = 0;
        while (at < end) {
            int before = at;
            if (next() != sign) {
                at = before;
                break;
            }
            count++;
        }
        return count;
    }

    private void skipString(int quote) {
        while (at < end) {
            if (html[at] == '\\') {
                Unclear.unless(at + 1 < end && html[at + 1] != '&');
                at += 2;
            } else if (next() == quote) {
                close();
                return;
            }
        }
        throw Unclear.UNCLEAR;
    }

    /** Reads one byte, or the character for which a reference stands. */
    private int next() {
        byte b = html[at++];
        if (b != '&' || at == end || !isOfReference(html[at])) {
            return b;
        }
        int from = at;
        while (at < end && isOfReference(html[at])) {
            at++;
        }
        Unclear.unless(at < end && html[at] == ';');
        return reference(from, at++);
    }

    private int reference(int from, int to) {
        int index = REFERENCES.indexOf(html, from, to);
        Unclear.unless(index >= 0);
        return CHARACTERS.charAt(index);
    }

    private static boolean isOfReference(byte b) {
        return b == '#' || b >= '0' && b <= '9' || (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }

    private static boolean isOfWord(byte b) {
        return b == '$' || b == '_' || b >= '0' && b <= '9' || (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }
}
