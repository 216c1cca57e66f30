package dev.lodestar.runtime.piece;

/**
 * Reads the {@code data-*} attributes of one element after the other, and throws {@link Unclear} at those with which the
 * element, as it stands in the page, differs from its markup in a way that a morph of the whole page would put right. The
 * client itself puts back what its attributes show of signals when a morph takes it away; what is left is what nobody puts
 * back.
 */
final class DataAttribute {
    private static final Words SCRIPTED =
            Words.of("on init effect show class style computed signals text attr json-signals");

    /** They keep elements in signals, out of sight, or make a morph do more than it shows. */
    private static final Words UNCLEAR = Words.of("ref ignore-morph scope-children");

    /** What may follow signals without a morph making more of it than the attribute. */
    private static final Words SHOWN =
            Words.of("class style hidden disabled title href role tabindex lang dir placeholder"
                    + " alt target rel draggable inert readonly required x y x1 y1 x2 y2 cx cy r rx ry d points width height"
                    + " transform fill stroke opacity");

    private final byte[] html;
    private final Expression expression;
    private boolean keepsOpen;
    private boolean isFilledByClient;

    DataAttribute(byte[] html) {
        this.html = html;
        this.expression = new Expression(html);
    }

    /** Forgets the element before. */
    void begin() {
        keepsOpen = false;
        isFilledByClient = false;
    }

    /** Whether {@code data-preserve-attr} keeps what opens and closes the element. */
    boolean keepsOpen() {
        return keepsOpen;
    }

    /** Whether the client puts text in the place of what the element holds. */
    boolean isFilledByClient() {
        return isFilledByClient;
    }

    /** @param from where the name goes on behind {@code data-} */
    void take(Kind kind, int from, int to, int value, int valueEnd) {
        Unclear.unless(!TagReader.startsWith(html, "star-", from, to));
        int plugin = pluginEnd(from, to);
        Unclear.unless(!UNCLEAR.contain(html, from, plugin));
        if (is("bind", from, plugin)) {
            Unclear.unless(kind == Kind.INPUT || kind == Kind.SELECT || kind == Kind.TEXTAREA);
            Unclear.unless(!hasModifier("__prop", plugin, to));
        } else if (is("preserve-attr", from, to)) {
            keepsOpen |= listsOpen(value, valueEnd);
        } else if (SCRIPTED.contain(html, from, plugin) || TagReader.startsWith(html, "on-", from, plugin)) {
            isFilledByClient |= is("text", from, plugin) || is("json-signals", from, plugin);
            Unclear.unless(!is("attr", from, plugin) || plugin < to && isShown(plugin + 1, to));
            expression.check(value, valueEnd);
        }
    }

    /** A name is a plugin's, and then a key after a colon, and modifiers after two underlines each. */
    private int pluginEnd(int from, int to) {
        int at = from;
        while (at < to && html[at] != ':' && !(html[at] == '_' && at + 1 < to && html[at + 1] == '_')) {
            at++;
        }
        return at;
    }

    private boolean hasModifier(String modifier, int from, int to) {
        for (int at = from; at < to; at++) {
            if (TagReader.startsWith(html, modifier, at, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean listsOpen(int from, int to) {
        int word = from;
        for (int at = from; at <= to; at++) {
            if (at == to || MarkupReader.isBlank(html[at])) {
                if (is("open", word, at)) {
                    return true;
                }
                word = at + 1;
            }
        }
        return false;
    }

    private boolean isShown(int from, int to) {
        return SHOWN.contain(html, from, to) || TagReader.startsWith(html, "aria-", from, to);
    }

    private boolean is(String word, int from, int to) {
        return to - from == word.length() && TagReader.startsWith(html, word, from, to);
    }
}
