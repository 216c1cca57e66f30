package dev.lodestar.runtime.piece;

/**
 * Reads markup of which a browser's tree is the nesting of its tags, and throws {@link Unclear} at anything else. It follows
 * the tokenization and the tree construction of the HTML standard (sections 13.2.5 and 13.2.6), as far as they do nothing but
 * open, fill and close elements.
 */
final class MarkupReader {
    /** Browsers put what is nested more deeply than some hundred levels elsewhere. */
    private static final int DEEPEST = 100;

    private final byte[] html;
    private final int end;
    private final Outline outline;
    private final TagReader tag;
    private int at;
    private int depth;

    /** The innermost element that is open. */
    private int open = Outline.NONE;

    MarkupReader(byte[] html, int end, Outline outline) {
        this.html = html;
        this.end = end;
        this.outline = outline;
        this.tag = new TagReader(html, end);
    }

    /** Reads all of it. */
    void readAll() {
        while (at < end) {
            readNext();
        }
        Unclear.unless(open == Outline.NONE);
    }

    /**
     * Goes on at an offset as if inside of an element of another outline.
     *
     * @return the element here that stands for that one, or {@link Outline#NONE} outside of all
     */
    int enter(int offset, Outline other, int element) {
        at = offset;
        depth = 0;
        open = element == Outline.NONE ? Outline.NONE : copy(other, element);
        return open;
    }

    private int copy(Outline other, int element) {
        int parent = other.parent(element);
        depth++;
        int copied = parent == Outline.NONE ? Outline.NONE : copy(other, parent);
        return outline.add(Outline.NONE, copied, other.name(element));
    }

    /** Reads up to the end of the first element here; returns it, or {@link Outline#NONE} if there's no start tag here. */
    int readElement() {
        if (at + 1 >= end || html[at] != '<' || !isLetter(html[at + 1])) {
            return Outline.NONE;
        }
        int first = outline.size();
        int around = open;
        do {
            readNext();
        } while (open != around);
        return first;
    }

    /** Reads up to the end of an element that is open. */
    void readToEndOf(int element) {
        int around = outline.parent(element);
        while (open != around) {
            readNext();
        }
    }

    /** The offset of what was not read yet. */
    int offset() {
        return at;
    }

    private void readNext() {
        Unclear.unless(at < end);
        if (html[at] != '<') {
            readText();
            return;
        }
        Unclear.unless(at + 3 < end);
        byte next = html[at + 1];
        if (next == '/') {
            readEndTag();
        } else if (next == '!') {
            readComment();
        } else {
            readStartTag();
        }
    }

    private void readText() {
        boolean blank = open != Outline.NONE && !outline.kind(open).holdsText();
        int next = at;
        while (next < end && html[next] != '<') {
            Unclear.unless(blank ? isBlank(html[next]) : html[next] != 0);
            next++;
        }
        at = next;
    }

    private void readComment() {
        Unclear.unless(html[at + 2] == '-' && html[at + 3] == '-');
        Unclear.unless(open == Outline.NONE || !outline.kind(open).holdsOnlyText());
        int from = at + 4;
        at = from;
        while (true) {
            Unclear.unless(at + 2 < end);
            if (html[at] == '-' && html[at + 1] == '-') {
                // A comment may end in other ways, too.
                Unclear.unless(html[at + 2] == '>');
                at += 3;
                return;
            }
            Unclear.unless(html[at] != 0 && html[at] != '<' && html[at] != '>');
            at++;
        }
    }

    private void readStartTag() {
        int start = at;
        int nameEnd = nameEnd(start + 1);
        int name = Kind.nameOf(html, start + 1, nameEnd);
        Unclear.unless(name >= 0);
        Kind kind = Kind.ofName(name);
        checkPlace(kind);
        int element = outline.add(start, open, name);
        at = tag.read(kind, nameEnd);
        outline.setTag(element, at, tag.idStart(), tag.idEnd(), tag.identity());
        if (tag.isEmpty()) {
            Unclear.unless(kind.isVoid() || kind.isForeign());
            outline.setEnd(element, at);
        } else if (kind.isVoid()) {
            outline.setEnd(element, at);
        } else {
            open = element;
            Unclear.unless(++depth <= DEEPEST);
            if (tag.isFilledByClient()) {
                readOnlyText();
            }
        }
    }

    private void checkPlace(Kind kind) {
        if (open == Outline.NONE) {
            Unclear.unless(kind.mayStandOutside());
            return;
        }
        Unclear.unless(kind.mayStandIn(outline.kind(open)));
        if (kind.breaksParagraph() || kind.standsAlone()) {
            for (int each = open; each != Outline.NONE; each = outline.parent(each)) {
                Kind around = outline.kind(each);
                Unclear.unless(!(kind.breaksParagraph() && around == Kind.PARAGRAPH));
                Unclear.unless(!(kind.standsAlone() && around == kind));
            }
        }
    }

    private void readOnlyText() {
        readText();
        Unclear.unless(at + 1 < end && html[at + 1] == '/');
    }

    private void readEndTag() {
        int from = at + 2;
        int nameEnd = nameEnd(from);
        Unclear.unless(open != Outline.NONE && Kind.isName(outline.name(open), html, from, nameEnd));
        at = nameEnd;
        while (at < end && isBlank(html[at])) {
            at++;
        }
        Unclear.unless(at < end && html[at] == '>');
        at++;
        outline.setEnd(open, at);
        open = outline.parent(open);
        depth--;
    }

    private int nameEnd(int from) {
        int to = from;
        while (to < end && (isLetter(html[to]) || html[to] >= '0' && html[to] <= '9' || html[to] == '-')) {
            to++;
        }
        return to;
    }

    static boolean isLetter(byte b) {
        return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }

    static boolean isBlank(byte b) {
        return b <= ' ' && (b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f');
    }
}
