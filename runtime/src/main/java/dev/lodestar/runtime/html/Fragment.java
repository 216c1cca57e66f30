package dev.lodestar.runtime.html;

/** What an element's markup is when it stands by itself, without the elements around it. */
public enum Fragment {
    /** Flow content, a list item or a term: a browser parses it as it is. */
    FLOW,

    /** A section of a table. */
    SECTION,

    /** A row of a table. */
    ROW,

    /** A cell of a table. */
    CELL,

    /** A part of the element around it, such as an option or a shape, that is never patched by itself. */
    PART
}
