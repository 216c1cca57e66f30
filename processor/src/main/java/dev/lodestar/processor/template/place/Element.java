package dev.lodestar.processor.template.place;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The element whose tag is being read.
 *
 * @param name its name in lower case
 * @param closing whether it is the end tag
 * @param attributes the attributes read so far that decide what others mean
 */
record Element(String name, boolean closing, Set<String> attributes) {
    private static final Set<String> WITHOUT_ELEMENTS =
            Set.of("iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp");
    private static final Set<String> WITHOUT_FIRST_LINE_END = Set.of("listing", "pre", "textarea");
    private static final Set<String> META = Set.of("content", "http-equiv");

    Element {
        attributes = Set.copyOf(attributes);
    }

    Element(String name, boolean closing) {
        this(name, closing, Set.of());
    }

    /** The place after its tag. */
    Place content() {
        if (closing) {
            return Place.START;
        }
        if (name.equals("plaintext")) {
            return new Place.Broken("<plaintext> has no end: a browser shows whatever follows as text. Use <pre>.");
        }
        Place content = WITHOUT_ELEMENTS.contains(name) ? new ContentPlace.RawText(name) : Place.START;
        return WITHOUT_FIRST_LINE_END.contains(name) ? new ContentPlace.FirstLine(content) : content;
    }

    /** The element after one more attribute in its tag. */
    Element with(String attribute) {
        return name.equals("meta") && META.contains(attribute) ? withAll(Set.of(attribute)) : this;
    }

    private Element withAll(Set<String> more) {
        Set<String> all = new HashSet<>(attributes);
        all.addAll(more);
        return new Element(name, closing, all);
    }

    /** The element after attributes that may be present or not, if both tags belong to one element. */
    Optional<Element> join(Element other) {
        return name.equals(other.name) && closing == other.closing
                ? Optional.of(withAll(other.attributes))
                : Optional.empty();
    }

    /** Why this attribute cannot follow those before it; empty if it can. */
    Optional<String> whyNot(String attribute) {
        return attribute.equals("http-equiv") && attributes.contains("content")
                ? Optional.of("In a <meta>, http-equiv must come before content, whose meaning it decides. Swap them.")
                : Optional.empty();
    }

    @Override
    public String toString() {
        return (closing ? "</" : "<") + name + ">";
    }
}
