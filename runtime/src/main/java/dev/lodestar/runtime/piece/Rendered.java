package dev.lodestar.runtime.piece;

import dev.lodestar.runtime.html.Fragment;
import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.runtime.html.Marks;
import java.util.Arrays;

/** A rendering that is kept until the next one, to be compared with it. Used by one thread at a time. */
public final class Rendered {
    private final byte[] html;
    private final Marks marks;

    /** Whether the ids are known to be as {@link Ids#of} wants them. */
    private boolean hasPlainIds;

    private Rendered(byte[] html, Marks marks) {
        this.html = html;
        this.marks = marks;
    }

    /** Copies what was written to an output. */
    public static Rendered of(HtmlOutput out) {
        return new Rendered(out.toByteArray(), out.marks().copy());
    }

    /** The page in UTF-8; not to be changed. */
    public byte[] html() {
        return html;
    }

    Marks marks() {
        return marks;
    }

    boolean canBePiece(int element) {
        return marks.tag(element).fragment() != Fragment.PART && hasId(element);
    }

    boolean hasId(int element) {
        return idEnd(element) > idStart(element);
    }

    int idStart(int element) {
        return marks.idStart(element);
    }

    /** The offset after the id's value: a value in quotes has none of these quotes in it, and any other no blank. */
    int idEnd(int element) {
        int end = idStart(element);
        byte quote = html[end - 1];
        if (quote == '"' || quote == '\'') {
            while (html[end] != quote) {
                end++;
            }
        } else {
            while (html[end] > ' ' && html[end] != '>') {
                end++;
            }
        }
        return end;
    }

    /** Whether an element has the id of one of another rendering. */
    boolean hasSameId(int element, Rendered other, int otherElement) {
        return Arrays.equals(
                html,
                idStart(element),
                idEnd(element),
                other.html,
                other.idStart(otherElement),
                other.idEnd(otherElement));
    }

    /** Throws {@link Unclear} unless the ids are as {@link Ids#of} wants them. */
    void checkIds() {
        if (!hasPlainIds) {
            ids();
        }
    }

    /** The ids. Throws {@link Unclear} as {@link Ids#of} does. */
    Ids ids() {
        Ids ids = Ids.of(this);
        hasPlainIds = true;
        return ids;
    }

    /** Notes that the ids are the same as those of a rendering that was checked, but for ids in foreign markup. */
    void checkSameIds() {
        if (!hasPlainIds) {
            ForeignMarkup.checkWithoutIds(html, marks);
            hasPlainIds = true;
        }
    }
}
