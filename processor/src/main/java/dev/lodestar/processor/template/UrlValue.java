package dev.lodestar.processor.template;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A URL in an attribute.
 *
 * @param part how far it is
 * @param scheme the text that may become the scheme
 */
record UrlValue(Part part, String scheme) implements AttributeValue {
    static final UrlValue EMPTY = new UrlValue(Part.START, "");

    private static final UrlValue REST = new UrlValue(Part.REST, "");
    private static final UrlValue QUERY = new UrlValue(Part.QUERY, "");

    private static final Set<String> SAFE = Set.of("http", "https", "mailto", "tel");

    enum Part {
        /** All text so far is constant and may become the scheme. */
        START,
        /** The same, but part of it is a value. */
        VALUE,
        /** There is a scheme, or there can be none any more. */
        REST,
        /** After a question mark. */
        QUERY,
        /** There is a scheme that runs or embeds what follows. */
        UNSAFE,
        /** A colon after a value would have made the value the scheme. */
        BROKEN
    }

    @Override
    public AttributeValue next(char c) {
        return switch (part) {
            case START, VALUE ->
                switch (c) {
                    case '/', '\\', '#' -> REST;
                    case '?' -> QUERY;
                    case ':' -> new UrlValue(afterColon(), "");
                    default -> new UrlValue(part, scheme + c);
                };
            case REST -> c == '?' ? QUERY : this;
            case QUERY -> c == '#' ? REST : this;
            case UNSAFE, BROKEN -> this;
        };
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
            case START, VALUE -> new Slot.Escaped(Escaping.URL);
            case REST -> new Slot.Escaped(Escaping.TEXT);
            case QUERY -> new Slot.Escaped(Escaping.QUERY);
            case UNSAFE ->
                new Slot.Refused(
                        "A value cannot stand in a URL with such a scheme, where no escaping is safe. Use http, https,"
                                + " mailto, tel or a relative URL.");
            case BROKEN -> new Slot.Refused(broken().orElseThrow());
        };
    }

    @Override
    public AttributeValue afterValue() {
        return part == Part.START ? new UrlValue(Part.VALUE, "") : this;
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
        return Optional.of(isOpen() || url.isOpen() ? new UrlValue(Part.VALUE, "") : REST);
    }

    private boolean isOpen() {
        return part == Part.START || part == Part.VALUE;
    }
}
