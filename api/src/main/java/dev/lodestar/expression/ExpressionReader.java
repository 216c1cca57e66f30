package dev.lodestar.expression;

/**
 * Tells of a Datastar expression whether it is harmless: certain to leave the document as it is, but for what the client's
 * attributes show. It is if everything that it sets is a signal, a variable or a property that no markup has, and everything
 * that it calls is an action or known to leave markup alone. There's no other way to change a document in JavaScript.
 *
 * <p>Reads bytes, because it runs for each expression of each frame where expressions are not compiled. Not thread-safe.
 */
public final class ExpressionReader {
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

    private static final Words NEW = Words.of("new");

    private static final Words HARMFUL = Words.of("for in of with delete eval Function class");

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

    private byte[] text = {};
    private int at;
    private int end;
    private boolean isHarmless;
    private Token last = Token.NOTHING;
    private int wordStart;
    private int wordEnd;

    /** Whether the word is an action's, whether it belongs to a signal, and whether it may be set. */
    private boolean isAction;

    private boolean isOfSignal;
    private boolean isSettable;

    /**
     * Whether an expression is harmless; false if that is not certain.
     *
     * @param text holds the expression between two offsets, in UTF-8, without character references of HTML
     */
    public boolean isHarmless(byte[] text, int from, int to) {
        this.text = text;
        at = from;
        end = to;
        isHarmless = true;
        last = Token.NOTHING;
        isSettable = false;
        while (isHarmless && at < end) {
            byte b = text[at];
            if (isBlank(b)) {
                at++;
            } else if (isOfWord(b)) {
                readWord();
            } else {
                at++;
                readSign(b);
            }
        }
        return isHarmless;
    }

    private void require(boolean holds) {
        isHarmless &= holds;
    }

    private void readWord() {
        // It calls a function, even if no bracket follows.
        boolean created = last == Token.WORD && NEW.contain(text, wordStart, wordEnd);
        wordStart = at;
        while (at < end && isOfWord(text[at])) {
            at++;
        }
        wordEnd = at;
        boolean member = last == Token.DOT;
        isAction = last == Token.AT;
        if (text[wordStart] >= '0' && text[wordStart] <= '9') {
            last = Token.NUMBER;
            return;
        }
        require(!HARMFUL.contain(text, wordStart, wordEnd));
        require(!created || CALLABLE.contain(text, wordStart, wordEnd));
        isOfSignal = member ? isOfSignal : text[wordStart] == '$';
        isSettable = !member || isOfSignal || SETTABLE.contain(text, wordStart, wordEnd);
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
                require(last == Token.NUMBER
                        || last == Token.WORD && !BEFORE_OPERAND.contain(text, wordStart, wordEnd));
                require(at < end && text[at] != '/' && text[at] != '*');
                last = Token.OPERATOR;
            }
            case '.' -> {
                isOfSignal &= last == Token.WORD;
                last = Token.DOT;
            }
            case '?' -> {
                // In a?.b the dot goes on with a.
                if (at == end || text[at] != '.') {
                    last = Token.OPERATOR;
                }
            }
            case '@' -> last = Token.AT;
            // Templates can hold code and quotes, and escapes disguise words.
            case '`', '\\', '#' -> require(false);
            default -> {
                // Some blanks are rare, or not of ASCII.
                require(sign > ' ');
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
                require(isAction
                        || CALLABLE.contain(text, wordStart, wordEnd)
                        || CALLING.contain(text, wordStart, wordEnd) && isArrow(at));
            case NOTHING, OPERATOR -> {}
            default -> require(false);
        }
    }

    /** Whether an arrow function begins at an offset: {@code x =>}, {@code () =>} or {@code (x, y) =>}. */
    private boolean isArrow(int from) {
        int next = skipBlanks(from);
        boolean several = next < end && text[next] == '(';
        next += several ? 1 : 0;
        while (next < end && (isOfWord(text[next]) || several && (text[next] == ',' || text[next] == ' '))) {
            next++;
        }
        if (several) {
            if (next == end || text[next] != ')') {
                return false;
            }
            next++;
        }
        next = skipBlanks(next);
        return next + 1 < end && text[next] == '=' && text[next + 1] == '>';
    }

    private int skipBlanks(int from) {
        int next = from;
        while (next < end && isBlank(text[next])) {
            next++;
        }
        return next;
    }

    /** After ++ or --, which must belong to what is before it. */
    private void checkStep() {
        require(last == Token.WORD && isSettable);
        int next = skipBlanks(at);
        require(next == end || ");,}]:?".indexOf(text[next]) >= 0);
    }

    private void readEquals() {
        if (skip('=') == 0 && skip('>') == 0) {
            require(isSettable);
        }
        last = Token.OPERATOR;
    }

    /** A comparison or a shift; what shifts and sets is too rare to tell, and {@code <!--} begins a comment. */
    private void readAngle(int sign) {
        int more = skip(sign);
        int equals = skip('=');
        require(more == 0 || equals == 0);
        require(at == end || text[at] != '!');
        last = Token.OPERATOR;
    }

    /** Skips all of one sign that stand here; returns how many there were. */
    private int skip(int sign) {
        int from = at;
        while (at < end && text[at] == sign) {
            at++;
        }
        return at - from;
    }

    private void skipString(int quote) {
        while (at < end) {
            byte b = text[at++];
            if (b == quote) {
                close();
                return;
            }
            at += b == '\\' ? 1 : 0;
        }
        require(false);
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f';
    }

    private static boolean isOfWord(byte b) {
        return b == '$' || b == '_' || b >= '0' && b <= '9' || (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }
}
