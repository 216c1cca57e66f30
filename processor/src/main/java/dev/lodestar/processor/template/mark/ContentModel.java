package dev.lodestar.processor.template.mark;

import dev.lodestar.processor.template.step.Fragment;
import java.util.HashMap;
import java.util.Map;

/**
 * Elements that a browser's parser treats alike: where they may stand, what they may hold, and what they would close.
 * Only those are here whose tree is certain; the others (scripts, styles, templates, frames, MathML, ruby, custom
 * elements) are unclear, and so is any nesting that the parser would correct.
 */
enum ContentModel {
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

    private static final Map<String, ContentModel> BY_NAME = new HashMap<>();

    static {
        for (ContentModel model : values()) {
            for (String name : model.names.split(" ")) {
                BY_NAME.put(name, model);
            }
        }
    }

    private final String names;
    private final int place;
    private final int holds;
    private final int traits;

    ContentModel(String names, int place, int holds) {
        this(names, place, holds, 0);
    }

    ContentModel(String names, int place, int holds, int traits) {
        this.names = names;
        this.place = place;
        this.holds = holds;
        this.traits = traits;
    }

    /** The model of the element with a name, which is unclear if it has capitals that HTML does not write. */
    static ContentModel of(String name) {
        ContentModel model = BY_NAME.get(name);
        Unclear.unless(model != null);
        return model;
    }

    boolean mayStandIn(ContentModel parent) {
        return (parent.holds & place) != 0 && (this != HEADING || parent != HEADING);
    }

    /** Whether this may stand outside all elements of the page. */
    boolean mayStandOutside() {
        return place == Place.FLOW;
    }

    boolean isVoid() {
        return holds == Place.NONE;
    }

    /** Whether text may stand in it, other than blanks. */
    boolean holdsText() {
        return (holds & Place.TEXT) != 0;
    }

    /** Whether only text may stand in it, and no comment. */
    boolean holdsOnlyText() {
        return holds == Place.TEXT;
    }

    /** Whether flow content may stand in it. */
    boolean holdsFlow() {
        return (holds & Place.FLOW) != 0;
    }

    /** Whether its start tag would close a paragraph. */
    boolean breaksParagraph() {
        return (traits & Trait.BREAKS) != 0;
    }

    /** Whether its start tag would close another one around it, or be dropped inside it. */
    boolean standsAlone() {
        return this == LINK || this == BUTTON || this == FORM;
    }

    /** Whether it belongs to SVG. */
    boolean isForeign() {
        return (traits & Trait.FOREIGN) != 0;
    }

    /** Whether it keeps what somebody entered or chose. */
    boolean isControl() {
        return switch (this) {
            case INPUT, SELECT, TEXTAREA, BUTTON, CHOICE -> true;
            default -> false;
        };
    }

    /** What its markup is by itself. */
    Fragment fragment() {
        if ((traits & Trait.INNER) != 0) {
            return Fragment.PART;
        }
        return switch (this) {
            case SECTION -> Fragment.SECTION;
            case ROW -> Fragment.ROW;
            case CELL -> Fragment.CELL;
            default -> Fragment.FLOW;
        };
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
