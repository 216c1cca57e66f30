package dev.lodestar.processor.template.step;

/** What an element can be parsed as on its own. The constants are those of the enum in the runtime. */
public enum Fragment {
    FLOW,
    SECTION,
    ROW,
    CELL,
    PART
}
