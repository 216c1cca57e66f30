package dev.lodestar.runtime.piece;

import java.util.ArrayList;
import java.util.List;

/**
 * The elements that a browser's parser treats alike, of those of which the tree is certain: where they may stand, what
 * they may hold, and what they would close. Elements that are missing here (scripts, styles, templates, frames, MathML,
 * ruby, custom elements) are unclear, and so is any nesting that the parser would correct.
 */
enum Kind {
    PHRASE(
            "span b i em strong small s u code kbd samp var sub sup mark time data abbr cite q dfn label output progress"
                    + " meter ins del bdi bdo audio video picture canvas map legend",
            Place.FLOW,
            Place.FLOW | Place.TEXT),
    BLOCK(
            "div section article aside main nav header footer hgroup address blockquote figure figcaption fieldset summary"
                    + " pre search",
            Place.FLOW,
            Place.FLOW | Place.TEXT,
            Trait.BREAKS),
    PARAGRAPH("p", Place.FLOW, Place.FLOW | Place.TEXT, Trait.BREAKS),
    HEADING("h1 h2 h3 h4 h5 h6", Place.FLOW, Place.FLOW | Place.TEXT, Trait.BREAKS),
    LIST("ul ol menu", Place.FLOW, Place.FLOW | Place.TEXT | Place.LIST, Trait.BREAKS),
    ITEM("li", Place.LIST, Place.FLOW | Place.TEXT, Trait.BREAKS),
    TERMS("dl", Place.FLOW, Place.FLOW | Place.TEXT | Place.TERMS, Trait.BREAKS),
    TERM("dt dd", Place.TERMS, Place.FLOW | Place.TEXT, Trait.BREAKS),
    LINK("a", Place.FLOW, Place.FLOW | Place.TEXT),
    BUTTON("button", Place.FLOW, Place.FLOW | Place.TEXT),
    FORM("form", Place.FLOW, Place.FLOW | Place.TEXT, Trait.BREAKS),
    DISCLOSURE("details dialog", Place.FLOW, Place.FLOW | Place.TEXT, Trait.BREAKS),
    INPUT("input", Place.FLOW, Place.NONE),
    VOID("img br wbr area source track", Place.FLOW, Place.NONE),
    RULE("hr", Place.FLOW, Place.NONE, Trait.BREAKS),
    TABLE("table", Place.FLOW, Place.TABLE, Trait.BREAKS),
    CAPTION("caption", Place.TABLE, Place.FLOW | Place.TEXT, Trait.INNER),
    COLUMNS("colgroup", Place.TABLE, Place.COLUMNS, Trait.INNER),
    COLUMN("col", Place.COLUMNS, Place.NONE, Trait.INNER),
    SECTION("thead tbody tfoot", Place.TABLE, Place.SECTION),
    ROW("tr", Place.SECTION, Place.ROW),
    CELL("td th", Place.ROW, Place.FLOW | Place.TEXT),
    SELECT("select", Place.FLOW, Place.CHOICES | Place.SELECT),
    SUGGESTIONS("datalist", Place.FLOW, Place.CHOICES),
    CHOICES("optgroup", Place.SELECT, Place.CHOICES, Trait.INNER),
    CHOICE("option", Place.CHOICES, Place.TEXT, Trait.INNER),
    TEXTAREA("textarea", Place.FLOW, Place.TEXT),
    SVG("svg", Place.FLOW, Place.SVG | Place.TEXT, Trait.FOREIGN),
    SHAPE(
            "g path rect circle ellipse line polyline polygon text tspan textPath use symbol defs image switch"
                    + " linearGradient radialGradient stop clipPath mask pattern marker animate animateTransform",
            Place.SVG,
            Place.SVG | Place.TEXT,
            Trait.INNER | Trait.FOREIGN),
    CAPTION_OF_SHAPE("title desc", Place.SVG, Place.TEXT, Trait.INNER | Trait.FOREIGN);

    private static final Words NAMES;
    private static final Kind[] OF_NAME;

    static {
        List<String> names = new ArrayList<>();
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : values()) {
            for (String name : kind.names.split(" ")) {
                names.add(name);
                kinds.add(kind);
            }
        }
        NAMES = Words.of(String.join(" ", names));
        OF_NAME = kinds.toArray(Kind[]::new);
    }

    private final String names;
    private final int place;
    private final int holds;
    private final int traits;

    Kind(String names, int place, int holds) {
        this(names, place, holds, 0);
    }

    Kind(String names, int place, int holds, int traits) {
        this.names = names;
        this.place = place;
        this.holds = holds;
        this.traits = traits;
    }

    /** The number of an element's name, by which names can be compared; -1 for one that is unclear. */
    static int nameOf(byte[] html, int from, int to) {
        return NAMES.indexOf(html, from, to);
    }

    static boolean isName(int name, byte[] html, int from, int to) {
        return NAMES.isAt(name, html, from, to);
    }

    static Kind ofName(int name) {
        return OF_NAME[name];
    }

    boolean mayStandIn(Kind parent) {
        return (parent.holds & place) != 0 && (this != HEADING || parent != HEADING);
    }

    /** Whether this may be outside of any element of the page. */
    boolean mayStandOutside() {
        return place == Place.FLOW;
    }

    boolean isVoid() {
        return holds == Place.NONE;
    }

    /** Whether anything but blanks may stand in it. */
    boolean holdsText() {
        return (holds & Place.TEXT) != 0;
    }

    /** Whether nothing but text may stand in it, no comment either. */
    boolean holdsOnlyText() {
        return holds == Place.TEXT;
    }

    /** Whether its start tag would close a paragraph. */
    boolean breaksParagraph() {
        return (traits & Trait.BREAKS) != 0;
    }

    /** Whether its start tag would close, or be lost in, another one around it. */
    boolean standsAlone() {
        return this == LINK || this == BUTTON || this == FORM;
    }

    /** Whether it is of SVG. */
    boolean isForeign() {
        return (traits & Trait.FOREIGN) != 0;
    }

    /** Whether it can be parsed outside of what it stands in, and matched by its id there. */
    boolean canBePiece() {
        return (traits & Trait.INNER) == 0;
    }

    /** Elements of different levels cannot be parsed in a row: a cell's tag after that of a paragraph is dropped. */
    int level() {
        return this == SECTION || this == ROW || this == CELL ? place : 0;
    }

    /** What an element holds, and where it may stand. */
    private static final class Place {
        static final int NONE = 0;
        static final int TEXT = 1;
        static final int FLOW = 1 << 1;
        static final int LIST = 1 << 2;
        static final int TERMS = 1 << 3;
        static final int TABLE = 1 << 4;
        static final int COLUMNS = 1 << 5;
        static final int SECTION = 1 << 6;
        static final int ROW = 1 << 7;
        static final int SELECT = 1 << 8;
        static final int CHOICES = 1 << 9;
        static final int SVG = 1 << 10;
    }

    private static final class Trait {
        static final int BREAKS = 1;
        static final int INNER = 1 << 1;
        static final int FOREIGN = 1 << 2;
    }
}
