package dev.lodestar.runtime.piece;

import dev.lodestar.runtime.html.Marks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds what to patch to turn one rendering into another. Both are compared from the start: what is equal is skipped,
 * and where they differ, the smallest element around that both have becomes a piece, behind which the comparison goes
 * on.
 */
final class Changes {
    private final Rendered before;
    private final Rendered after;
    private final Marks old;
    private final Marks marks;
    private final List<Piece> pieces = new ArrayList<>();

    private Changes(Rendered before, Rendered after) {
        this.before = before;
        this.after = after;
        this.old = before.marks();
        this.marks = after.marks();
    }

    /**
     * The changes between two renderings. Throws {@link Unclear} if an element that both have does not hold all of
     * them.
     */
    static Changes between(Rendered before, Rendered after) {
        Unclear.unless(before.marks().isClosed() && after.marks().isClosed());
        Changes changes = new Changes(before, after);
        changes.find();
        return changes;
    }

    private void find() {
        byte[] oldHtml = before.html();
        byte[] html = after.html();
        int oldAt = 0;
        int at = 0;
        while (true) {
            int equal = Arrays.mismatch(oldHtml, oldAt, oldHtml.length, html, at, html.length);
            if (equal < 0) {
                return;
            }
            Piece piece = around(at + equal, oldAt + equal);
            pieces.add(piece);
            at = marks.end(piece.element());
            oldAt = old.end(piece.old());
        }
    }

    /** The piece that a difference is in, at one offset of the new rendering and another of the old one. */
    private Piece around(int at, int oldAt) {
        // What begins with the difference does not begin alike.
        int element = marks.last(at - 1);
        while (element != Marks.NONE && marks.end(element) <= at) {
            element = marks.parent(element);
        }
        for (; element != Marks.NONE; element = marks.parent(element)) {
            dropInside(element);
            int same = old.at(marks.start(element) + shift());
            if (same != Marks.NONE && old.end(same) > oldAt && isSame(element, same)) {
                return new Piece(element, same);
            }
        }
        throw Unclear.UNCLEAR;
    }

    /** Takes back the pieces that an element contains. */
    private void dropInside(int element) {
        while (!pieces.isEmpty() && last().element() > element) {
            pieces.remove(pieces.size() - 1);
        }
    }

    /** How much further on in the old rendering is what comes after the last piece. */
    private int shift() {
        return pieces.isEmpty() ? 0 : old.end(last().old()) - marks.end(last().element());
    }

    private Piece last() {
        return pieces.get(pieces.size() - 1);
    }

    private boolean isSame(int element, int oldElement) {
        return marks.tag(element) == old.tag(oldElement)
                && after.canBePiece(element)
                && after.hasSameId(element, before, oldElement);
    }

    /** The elements that changed, in the order of the page, none inside another. */
    List<Piece> pieces() {
        return pieces;
    }

    /** How many bytes the pieces have. */
    int length() {
        return pieces.stream()
                .mapToInt(piece -> marks.end(piece.element()) - marks.start(piece.element()))
                .sum();
    }

    /** Throws {@link Unclear} unless each id occurs once in either rendering and stays in its piece. */
    void checkIds() {
        before.checkIds();
        if (haveSameIds()) {
            after.checkSameIds();
        } else {
            checkMoved(after.ids());
        }
    }

    private boolean haveSameIds() {
        return marks.size() == old.size() && pieces.stream().allMatch(this::hasSameIds);
    }

    private boolean hasSameIds(Piece piece) {
        int count = marks.next(piece.element()) - piece.element();
        if (old.next(piece.old()) - piece.old() != count) {
            return false;
        }
        for (int i = 1; i < count; i++) {
            if (!after.hasSameId(piece.element() + i, before, piece.old() + i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * A morph of the whole page takes along an element that went from one piece to another; pieces would make a new
     * one.
     */
    private void checkMoved(Ids ids) {
        for (Piece piece : pieces) {
            int end = marks.next(piece.element());
            int oldEnd = old.next(piece.old());
            for (int element = piece.old(); element < oldEnd; element++) {
                int same = before.hasId(element) ? ids.find(before, element) : Marks.NONE;
                Unclear.unless(same == Marks.NONE || same >= piece.element() && same < end);
            }
        }
    }
}
