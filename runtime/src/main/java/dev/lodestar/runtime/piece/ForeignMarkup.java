package dev.lodestar.runtime.piece;

import dev.lodestar.runtime.html.Marks;

/** Markup that no template wrote. Nobody marks the ids in it, so pieces need it to have none. */
final class ForeignMarkup {
    private ForeignMarkup() {}

    /** Throws {@link Unclear} if it may have an id somewhere. */
    static void checkWithoutIds(byte[] html, Marks marks) {
        for (int i = 0; i < marks.foreignCount(); i++) {
            checkWithoutIds(html, marks.foreignStart(i), marks.foreignEnd(i));
        }
    }

    private static void checkWithoutIds(byte[] html, int from, int to) {
        for (int at = from; at < to; at++) {
            if (html[at] == '=') {
                Unclear.unless(!isAfterId(html, from, at));
            }
        }
    }

    /** Whether the name before an equals sign is {@code id}. */
    private static boolean isAfterId(byte[] html, int from, int equals) {
        int end = equals;
        while (end > from && html[end - 1] <= ' ' && html[end - 1] >= 0) {
            end--;
        }
        return end - from >= 2
                && (html[end - 1] | 0x20) == 'd'
                && (html[end - 2] | 0x20) == 'i'
                && (end - from == 2 || !isOfName(html[end - 3]));
    }

    private static boolean isOfName(byte b) {
        return b < 0
                || b == '-'
                || b == '_'
                || b == ':'
                || b >= '0' && b <= '9'
                || (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }
}
