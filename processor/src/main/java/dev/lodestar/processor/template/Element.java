package dev.lodestar.processor.template;

import java.util.Set;

/**
 * The element whose tag is being read.
 *
 * @param name its name in lower case
 * @param closing whether it is the end tag
 */
record Element(String name, boolean closing) {
    private static final Set<String> WITHOUT_ELEMENTS = Set.of("script", "style", "textarea", "title");

    /** The place after its tag. */
    Place content() {
        return !closing && WITHOUT_ELEMENTS.contains(name) ? new ContentPlace.RawText(name, 0) : Place.START;
    }

    @Override
    public String toString() {
        return (closing ? "</" : "<") + name + ">";
    }
}
