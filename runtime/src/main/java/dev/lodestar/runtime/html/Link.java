package dev.lodestar.runtime.html;

import java.util.Optional;

/**
 * A path and a query, as built by the methods of the generated {@code Views} and {@code Actions}. Names and values are
 * percent-encoded, so each arrives as a single parameter whatever it contains. Not thread-safe.
 */
public final class Link {
    private final StringBuilder url;
    private char separator = '?';

    private Link(String path) {
        this.url = new StringBuilder(path);
    }

    /**
     * Starts a link.
     *
     * @param path a path without a query, already percent-encoded
     */
    public static Link to(String path) {
        return new Link(path);
    }

    /**
     * Adds a parameter.
     *
     * @param name its name
     * @param value its value: an {@code Optional} adds its value, if present, a {@code List} each of its elements, and
     *     an enum the constant's name
     * @return this
     */
    public Link with(String name, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> with(name, present));
        } else if (value instanceof Iterable<?> values) {
            values.forEach(each -> with(name, each));
        } else {
            String text = value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
            url.append(separator)
                    .append(PercentEncoding.encode(name))
                    .append('=')
                    .append(PercentEncoding.encode(text));
            separator = '&';
        }
        return this;
    }

    /** The path and the query. */
    @Override
    public String toString() {
        return url.toString();
    }
}
