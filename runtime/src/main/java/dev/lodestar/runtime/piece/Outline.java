package dev.lodestar.runtime.piece;

import java.util.Arrays;

/** The elements of some markup in the order of their start tags, as numbers from zero. */
final class Outline {
    /** What stands for an element where there is none. */
    static final int NONE = -1;

    private static final int START = 0;
    private static final int TAG_END = 1;
    private static final int END = 2;
    private static final int PARENT = 3;
    private static final int NAME = 4;
    private static final int ID_START = 5;
    private static final int ID_END = 6;
    private static final int IDENTITY = 7;
    private static final int FIELDS = 8;

    private int[] fields;
    private int size;

    /** @param capacity for how many elements there is room at first */
    Outline(int capacity) {
        fields = new int[capacity * FIELDS];
    }

    /** Adds an element that begins at an offset and has no end yet. */
    int add(int start, int parent, int name) {
        if (size * FIELDS == fields.length) {
            fields = Arrays.copyOf(fields, 2 * fields.length);
        }
        int at = size * FIELDS;
        fields[at + START] = start;
        fields[at + PARENT] = parent;
        fields[at + NAME] = name;
        return size++;
    }

    void setTag(int element, int end, int idStart, int idEnd, int identity) {
        fields[element * FIELDS + TAG_END] = end;
        fields[element * FIELDS + ID_START] = idStart;
        fields[element * FIELDS + ID_END] = idEnd;
        fields[element * FIELDS + IDENTITY] = identity;
    }

    void setEnd(int element, int end) {
        fields[element * FIELDS + END] = end;
    }

    int size() {
        return size;
    }

    int start(int element) {
        return fields[element * FIELDS + START];
    }

    /** The offset behind the start tag. */
    int tagEnd(int element) {
        return fields[element * FIELDS + TAG_END];
    }

    /** The offset behind the end tag. */
    int end(int element) {
        return fields[element * FIELDS + END];
    }

    int parent(int element) {
        return fields[element * FIELDS + PARENT];
    }

    /** The number of the element's name. */
    int name(int element) {
        return fields[element * FIELDS + NAME];
    }

    Kind kind(int element) {
        return Kind.ofName(name(element));
    }

    int idStart(int element) {
        return fields[element * FIELDS + ID_START];
    }

    int idEnd(int element) {
        return fields[element * FIELDS + ID_END];
    }

    /** What tells the element from another of its name and id, as a number. */
    int identity(int element) {
        return fields[element * FIELDS + IDENTITY];
    }

    boolean hasId(int element) {
        return idEnd(element) > idStart(element);
    }

    boolean canBePiece(int element) {
        return hasId(element) && kind(element).canBePiece();
    }
}
