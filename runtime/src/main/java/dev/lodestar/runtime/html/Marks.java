package dev.lodestar.runtime.html;

import java.util.Arrays;

/**
 * Where the elements with ids stand in a page. They are numbered from zero in the order of their start tags. Offsets
 * are those of the page's bytes. Not thread-safe, but for copies, which do not change.
 */
public final class Marks {
    /** What stands for an element or an offset where there is none. */
    public static final int NONE = -1;

    private static final int START = 0;
    private static final int ID = 1;
    private static final int END = 2;
    private static final int PARENT = 3;
    private static final int FIELDS = 4;

    private ElementStart[] starts;
    private int[] fields;
    private int size;
    private int innermost = NONE;

    /** Pairs of offsets: where markup from outside of templates begins and ends. */
    private int[] foreign;

    private int foreignSize;

    Marks() {
        this(new ElementStart[0], new int[0], new int[0]);
    }

    private Marks(ElementStart[] starts, int[] fields, int[] foreign) {
        this.starts = starts;
        this.fields = fields;
        this.foreign = foreign;
    }

    void open(ElementStart start, int at) {
        if (size == starts.length) {
            grow();
        }
        int first = size * FIELDS;
        starts[size] = start;
        fields[first + START] = at;
        fields[first + ID] = start.id(at);
        fields[first + PARENT] = innermost;
        innermost = size++;
    }

    private void grow() {
        int capacity = Math.max(16, 2 * size);
        starts = Arrays.copyOf(starts, capacity);
        fields = Arrays.copyOf(fields, capacity * FIELDS);
    }

    void id(int at) {
        fields[innermost * FIELDS + ID] = at;
    }

    void close(int at) {
        fields[innermost * FIELDS + END] = at;
        innermost = fields[innermost * FIELDS + PARENT];
    }

    void foreign(int from, int to) {
        if (foreignSize == foreign.length) {
            foreign = Arrays.copyOf(foreign, Math.max(8, 2 * foreignSize));
        }
        foreign[foreignSize++] = from;
        foreign[foreignSize++] = to;
    }

    void reset() {
        size = 0;
        innermost = NONE;
        foreignSize = 0;
    }

    /** A copy, as of now. */
    public Marks copy() {
        Marks copy = new Marks(
                Arrays.copyOf(starts, size), Arrays.copyOf(fields, size * FIELDS), Arrays.copyOf(foreign, foreignSize));
        copy.size = size;
        copy.innermost = innermost;
        copy.foreignSize = foreignSize;
        return copy;
    }

    /** The number of elements. */
    public int size() {
        return size;
    }

    /** Whether all elements have ended. */
    public boolean isClosed() {
        return innermost == NONE;
    }

    /** What the element begins with. */
    public ElementStart tag(int element) {
        return starts[element];
    }

    /** The offset of the start tag. */
    public int start(int element) {
        return fields[element * FIELDS + START];
    }

    /** The offset of the id's value. */
    public int idStart(int element) {
        return fields[element * FIELDS + ID];
    }

    /** The offset after the end tag. */
    public int end(int element) {
        return fields[element * FIELDS + END];
    }

    /** The innermost element around it that has an id, or {@link #NONE}. */
    public int parent(int element) {
        return fields[element * FIELDS + PARENT];
    }

    /** The element that begins at an offset, or {@link #NONE}. */
    public int at(int offset) {
        int element = last(offset);
        return element != NONE && start(element) == offset ? element : NONE;
    }

    /** The last element that begins at an offset or before it, or {@link #NONE}. */
    public int last(int offset) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (start(middle) <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** The number after that of the last element inside of an element. */
    public int next(int element) {
        return last(end(element) - 1) + 1;
    }

    /** How many stretches of markup come from outside of templates. */
    public int foreignCount() {
        return foreignSize / 2;
    }

    /** Where one of them begins. */
    public int foreignStart(int number) {
        return foreign[2 * number];
    }

    /** Where it ends. */
    public int foreignEnd(int number) {
        return foreign[2 * number + 1];
    }
}
