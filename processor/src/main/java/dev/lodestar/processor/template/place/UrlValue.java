package dev.lodestar.processor.template.place;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A URL in an attribute, or the last of several so far.
 *
 * @param part which part of it has been reached
 * @param scheme the text that may become the scheme
 * @param list whether there may be several, separated by commas, each with a description after a space
 */
record UrlValue(Part part, String scheme, boolean list) implements AttributeValue {
    static final UrlValue EMPTY = new UrlValue(Part.START, "", false);
    static final UrlValue EMPTY_LIST = new UrlValue(Part.START, "", true);

    private static final Set<String> SAFE = Set.of("http", "https", "mailto", "tel");

    enum Part {
        /** All text so far is constant and may become the scheme. */
        START,
        /** The same, but part of it is a value. */
        VALUE,
        /** There is a scheme, or there cannot be one any more. */
        REST,
        /** After a question mark. */
        QUERY,
        /** After the space that ends a URL in a list. */
        DESCRIPTION,
        /** The scheme runs or embeds what follows. */
        UNSAFE,
        /** A colon after a value would turn the value into the scheme. */
        BROKEN
    }

    @Override
    public AttributeValue next(char c) {
        if (list && c == ',') {
            return EMPTY_LIST;
        }
        if (list && HtmlCharacters.isSpace(c)) {
            return equals(EMPTY_LIST) ? this : at(Part.DESCRIPTION);
        }
        return switch (part) {
            case START, VALUE ->
                switch (c) {
                    case '/', '\\', '#' -> at(Part.REST);
                    case '?' -> at(Part.QUERY);
                    case ':' -> at(afterColon());
                    default -> new UrlValue(part, scheme + c, list);
                };
            case REST -> c == '?' ? at(Part.QUERY) : this;
            case QUERY -> c == '#' ? at(Part.REST) : this;
            case DESCRIPTION, UNSAFE, BROKEN -> this;
        };
    }

    private UrlValue at(Part other) {
        return new UrlValue(other, "", list);
    }

    private Part afterColon() {
        if (part == Part.VALUE) {
            return Part.BROKEN;
        }
        return SAFE.contains(scheme.strip().toLowerCase(Locale.ROOT)) ? Part.REST : Part.UNSAFE;
    }

    @Override
    public Slot slot(String name) {
        return switch (part) {
            case START, VALUE -> new Slot.Escaped(list ? Escaping.LISTED_URL : Escaping.URL);
            case REST -> new Slot.Escaped(list ? Escaping.LISTED_URL : Escaping.TEXT);
            case QUERY, DESCRIPTION -> new Slot.Escaped(Escaping.QUERY);
            case UNSAFE ->
                new Slot.Refused(
                        "A value is not allowed in a URL with such a scheme, where no escaping is safe. Use http,"
                                + " https, mailto, tel or a relative URL; a whole value can be the data: URL of an"
                                + " image.");
            case BROKEN -> new Slot.Refused(broken().orElseThrow());
        };
    }

    @Override
    public AttributeValue afterValue() {
        return part == Part.START ? at(Part.VALUE) : this;
    }

    @Override
    public Optional<String> broken() {
        return part == Part.BROKEN
                ? Optional.of("A URL's scheme cannot be a value. Write the scheme out, as in https://{{host}}/.")
                : Optional.empty();
    }

    /** If only one of them can still get a scheme, what follows is treated as if both could. */
    @Override
    public Optional<AttributeValue> join(AttributeValue other) {
        if (equals(other)) {
            return Optional.of(this);
        }
        if (!(other instanceof UrlValue url) || part == Part.UNSAFE || url.part == Part.UNSAFE) {
            return Optional.empty();
        }
        return Optional.of(at(isOpen() || url.isOpen() ? Part.VALUE : Part.REST));
    }

    private boolean isOpen() {
        return part == Part.START || part == Part.VALUE;
    }
}
