package dev.lodestar.runtime.piece;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds what to patch to make one rendering of another. The new one is read whole; then both are walked side by side. What
 * is equal is skipped. Where they differ, the smallest element around that has an id and stands in both becomes a piece,
 * and only there the old one is read, too: all before is the same, and so is what is open.
 */
final class Changes {
    private final byte[] before;
    private final int beforeEnd;
    private final byte[] after;
    private final int afterEnd;
    private final Outline outline;
    private final Outline oldOutline = new Outline(64);
    private final MarkupReader old;
    private final List<Stretch> stretches = new ArrayList<>();
    private int[] pieces = new int[16];
    private int count;

    /** The last element that begins before what was walked. */
    private int last = Outline.NONE;

    Changes(byte[] before, int beforeEnd, byte[] after, int afterEnd) {
        this.before = before;
        this.beforeEnd = beforeEnd;
        this.after = after;
        this.afterEnd = afterEnd;
        this.outline = new Outline(afterEnd / 32 + 1);
        this.old = new MarkupReader(before, beforeEnd, oldOutline);
    }

    /**
     * A part of the new rendering that was not skipped, up to the end of a piece.
     *
     * @param from where it begins
     * @param to where it ends
     * @param oldSize how many elements of the old rendering had been read at its end
     */
    private record Stretch(int from, int to, int oldSize) {
        boolean contains(int offset) {
            return offset >= from && offset < to;
        }
    }

    /** Elements of {@link #outline()}, in its order, none inside of another. Throws {@link Unclear} if pieces won't do. */
    int[] find() {
        new MarkupReader(after, afterEnd, outline).readAll();
        Ids ids = new Ids(after, outline);
        ids.addAll();
        int at = 0;
        int oldAt = 0;
        while (true) {
            int equal = Arrays.mismatch(before, oldAt, beforeEnd, after, at, afterEnd);
            if (equal < 0) {
                break;
            }
            at = readPiece(at + equal, oldAt - at);
            oldAt = old.offset();
        }
        checkMoved(ids);
        return Arrays.copyOf(pieces, count);
    }

    /** The new rendering's elements. */
    Outline outline() {
        return outline;
    }

    /**
     * Adds the piece that a difference is in, and reads the old rendering up to its end.
     *
     * @param at where the renderings differ
     * @param shift how much further on that is in the old one
     * @return the offset behind the piece
     */
    private int readPiece(int at, int shift) {
        int around = goTo(at);
        int read = Outline.NONE;
        while (around != Outline.NONE && outline.end(around) <= at) {
            read = around;
            around = outline.parent(around);
        }
        Unclear.unless(around != Outline.NONE);
        int from = read == Outline.NONE ? outline.tagEnd(around) : outline.end(read);
        int piece = Outline.NONE;
        if (at < outline.tagEnd(around)) {
            from = outline.start(around);
            piece = around;
            around = outline.parent(around);
        }
        int oldAround = old.enter(from + shift, outline, around);
        if (piece == Outline.NONE || !isSame(old.readElement(), piece)) {
            piece = around;
            while (piece != Outline.NONE && !outline.canBePiece(piece)) {
                piece = outline.parent(piece);
                oldAround = oldOutline.parent(oldAround);
            }
            Unclear.unless(piece != Outline.NONE);
            old.readToEndOf(oldAround);
        }
        add(piece);
        stretches.add(new Stretch(from, outline.end(piece), oldOutline.size()));
        return outline.end(piece);
    }

    /** The last element that begins at an offset, which grows, or before. */
    private int goTo(int at) {
        while (last + 1 < outline.size() && outline.start(last + 1) <= at) {
            last++;
        }
        return last;
    }

    private boolean isSame(int oldElement, int element) {
        return oldElement != Outline.NONE
                && outline.canBePiece(element)
                && oldOutline.name(oldElement) == outline.name(element)
                && oldOutline.identity(oldElement) == outline.identity(element)
                && Arrays.equals(
                        before,
                        oldOutline.idStart(oldElement),
                        oldOutline.idEnd(oldElement),
                        after,
                        outline.idStart(element),
                        outline.idEnd(element));
    }

    /** Adds an element in the place of those inside of it. */
    private void add(int piece) {
        while (count > 0 && pieces[count - 1] > piece) {
            count--;
        }
        if (count == pieces.length) {
            pieces = Arrays.copyOf(pieces, 2 * count);
        }
        pieces[count++] = piece;
    }

    /** A morph of the whole page takes an element with it that went from one piece to another; pieces would make a new one. */
    private void checkMoved(Ids ids) {
        Ids oldIds = new Ids(before, oldOutline);
        int element = 0;
        for (Stretch stretch : stretches) {
            for (; element < stretch.oldSize(); element++) {
                if (oldOutline.hasId(element)) {
                    oldIds.add(element);
                    int same = ids.find(before, oldOutline.idStart(element), oldOutline.idEnd(element));
                    Unclear.unless(same == Outline.NONE || isInPieceOf(stretch, same));
                }
            }
        }
    }

    /** Whether an element stands in what changed, as another one would that has its id, and in the piece of a stretch. */
    private boolean isInPieceOf(Stretch stretch, int element) {
        int start = outline.start(element);
        return stretch.contains(start)
                || pieceAt(start) == pieceAt(stretch.from())
                        && stretches.stream().anyMatch(each -> each.contains(start));
    }

    private int pieceAt(int offset) {
        int low = 0;
        int high = count;
        while (high - low > 1) {
            int middle = low + high >>> 1;
            if (outline.start(pieces[middle]) <= offset) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
