package dev.lodestar.runtime.html;

import java.util.Arrays;

/**
 * The constant text with which an element with an id begins: its start tag, or as much of it as precedes the first
 * value. Each belongs to one element of one template, so that two elements with the same start have the same name and
 * the same constant attributes. Immutable.
 */
public final class ElementStart {
    private static final int UNKNOWN = -1;

    private final Fragment fragment;
    private final byte[] utf8;
    private final int id;

    private ElementStart(Fragment fragment, byte[] utf8, int id) {
        this.fragment = fragment;
        this.utf8 = utf8;
        this.id = id;
    }

    /**
     * A start that the id's value begins in.
     *
     * @param before the text before the value
     * @param after the value, or its constant beginning, and the text after it
     */
    public static ElementStart of(Fragment fragment, String before, String after) {
        byte[] first = HtmlOutput.utf8(before);
        byte[] second = HtmlOutput.utf8(after);
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return new ElementStart(fragment, all, first.length);
    }

    /**
     * A start that the id comes after. {@link HtmlOutput#id()} says where its value begins.
     *
     * @param text the text before the first value
     */
    public static ElementStart of(Fragment fragment, String text) {
        return new ElementStart(fragment, HtmlOutput.utf8(text), UNKNOWN);
    }

    /** What the element is by itself. */
    public Fragment fragment() {
        return fragment;
    }

    byte[] utf8() {
        return utf8;
    }

    /** The offset of the id's value in a page, if the element begins at an offset; or {@link Marks#NONE}. */
    int id(int start) {
        return id == UNKNOWN ? Marks.NONE : start + id;
    }
}
