package dev.lodestar.processor.expression;

import dev.lodestar.processor.javascript.Lexer;
import dev.lodestar.processor.javascript.Token;
import dev.lodestar.processor.javascript.Token.Kind;
import java.util.Set;

/**
 * Tells whether an expression may change the document other than through the client's attributes. It certainly does not
 * if it sets only signals, variables and properties that markup does not have, and calls only actions and functions
 * known to leave markup alone: JavaScript has no other way to change a document.
 */
public final class DocumentEffect {
    private static final Set<String> SETTABLE = words(
            "checked indeterminate scrollTop scrollLeft selectedIndex selectionStart selectionEnd currentTime volume"
                    + " playbackRate returnValue open");
    private static final Set<String> CALLABLE = words("if while switch return typeof void catch closest matches"
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
    /**
     * These call what they are given, some as a method of something else they are given: so that must be a function
     * written there.
     */
    private static final Set<String> CALLING = words("map filter find findIndex some every forEach flatMap setTimeout"
            + " setInterval requestAnimationFrame queueMicrotask then finally");

    /** After these a slash begins a regular expression. */
    private static final Set<String> BEFORE_OPERAND =
            words("return typeof void else do new case throw await yield in of");

    private static final Set<String> HARMFUL = words("for in of with delete eval Function class");
    private static final Set<String> ASSIGNMENTS = words("= += -= *= /= %= **= &= ^= |= &&= ||= ??=");
    private static final Set<String> SHIFT_ASSIGNMENTS = words("<<= >>= >>>=");

    /** What was read last. */
    private enum Last {
        NOTHING,
        OPERATOR,
        DOT,
        AT,
        NAME,
        NUMBER,
        /** A string, or the end of brackets. */
        CLOSED
    }

    private final String code;
    private final Lexer lexer;
    private Last last = Last.NOTHING;
    /** The name that was read last, and whether it belongs to a signal, is an action's, or may be set. */
    private String name = "";

    private boolean isOfSignal;
    private boolean isAction;
    private boolean isSettable;

    private DocumentEffect(String code) {
        this.code = code;
        this.lexer = new Lexer(code);
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    /**
     * Whether it may change the document; true if that is not certain.
     *
     * @param expression its text, with {@link Lexer#VALUE} in place of each value
     */
    public static boolean isPossible(String expression) {
        return !new DocumentEffect(expression).isHarmless();
    }

    private boolean isHarmless() {
        int end = 0;
        while (true) {
            Token token = lexer.next(end);
            // Comments are not worth the trouble, and rare white space could disguise something.
            if (skipBlanks(end) < token.start()) {
                return false;
            }
            if (token.kind() == Kind.END) {
                return true;
            }
            if (!allows(token)) {
                return false;
            }
            end = token.end();
        }
    }

    private boolean allows(Token token) {
        return switch (token.kind()) {
            case NAME -> allowsName(token.text());
            // A value is data, whatever it is: so is a number, on its own as in a string.
            case NUMBER, VALUE -> read(Last.NUMBER);
            case STRING -> close();
            case PUNCTUATOR -> allowsPunctuator(token);
            // Only an action's mark, and a part of a signal's name that begins with a digit, as in $list.0a.
            case INVALID ->
                token.text().equals("@") ? read(Last.AT) : token.text().matches("\\.?[0-9]\\w*") && read(Last.NUMBER);
            default -> false;
        };
    }

    private boolean read(Last read) {
        last = read;
        return true;
    }

    private boolean close() {
        isSettable = false;
        return read(Last.CLOSED);
    }

    private boolean allowsName(String text) {
        // It calls a function, even if no bracket follows.
        boolean isCreated = last == Last.NAME && name.equals("new");
        boolean isMember = last == Last.DOT;
        isAction = last == Last.AT;
        isOfSignal = isMember ? isOfSignal : text.startsWith("$");
        isSettable = !isMember || isOfSignal || SETTABLE.contains(text);
        name = text;
        last = Last.NAME;
        return !HARMFUL.contains(text)
                && (!isCreated || CALLABLE.contains(text))
                && text.chars().allMatch(c -> c < 0x80);
    }

    private boolean allowsPunctuator(Token token) {
        String text = token.text();
        boolean allowed = switch (text) {
            case "(" -> allowsCall(token.end());
            case "++", "--" -> allowsStep(token.end());
            case "/", "/=" -> last == Last.NUMBER || last == Last.NAME && !BEFORE_OPERAND.contains(name);
            // <!-- begins a comment.
            case "<", "<=", "<<", ">", ">=", ">>", ">>>" -> !code.startsWith("!", token.end());
            // A template literal can hold code.
            case "`" -> false;
            default -> !SHIFT_ASSIGNMENTS.contains(text);
        };
        if (ASSIGNMENTS.contains(text)) {
            allowed &= isSettable;
        }
        switch (text) {
            case ")", "]", "}" -> close();
            case ".", "?.", "..." -> {
                isOfSignal &= last == Last.NAME && !text.equals("...");
                last = Last.DOT;
            }
            default -> last = Last.OPERATOR;
        }
        return allowed;
    }

    private boolean allowsCall(int arguments) {
        return switch (last) {
            case NAME -> isAction || CALLABLE.contains(name) || CALLING.contains(name) && isArrowFunction(arguments);
            case NOTHING, OPERATOR -> true;
            case DOT, AT, NUMBER, CLOSED -> false;
        };
    }

    /** Whether an arrow function begins at an offset: {@code x =>}, {@code () =>} or {@code (x, y) =>}. */
    private boolean isArrowFunction(int offset) {
        Token token = lexer.next(offset);
        if (token.is("(")) {
            do {
                token = lexer.next(token.end());
            } while (token.kind() == Kind.NAME || token.is(","));
            if (!token.is(")")) {
                return false;
            }
        } else if (token.kind() != Kind.NAME) {
            return false;
        }
        return lexer.next(token.end()).is("=>");
    }

    /** Whether {@code ++} or {@code --} that ends at an offset belongs to what precedes it. */
    private boolean allowsStep(int end) {
        int next = skipBlanks(end);
        return last == Last.NAME && isSettable && (next == code.length() || ");,}]:?".indexOf(code.charAt(next)) >= 0);
    }

    private int skipBlanks(int from) {
        int next = from;
        while (next < code.length() && " \n\t\r\f".indexOf(code.charAt(next)) >= 0) {
            next++;
        }
        return next;
    }
}
