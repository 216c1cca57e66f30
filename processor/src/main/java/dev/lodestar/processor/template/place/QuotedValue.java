package dev.lodestar.processor.template.place;

import java.util.Optional;

/**
 * In an attribute's value in quotes.
 *
 * @param name the attribute's name in lower case
 * @param quote the quote that ends it
 * @param value what is known about the value so far
 * @param reference the start of a character reference, from its {@code &} on, or empty
 */
public record QuotedValue(Element element, String name, char quote, AttributeValue value, String reference)
        implements Place {
    @Override
    public Place next(char c) {
        if (c == quote) {
            return new TagPlace.Between(element.with(name));
        }
        if (reference.isEmpty()) {
            return c == '&' ? with(value, "&") : with(value.next(c), "");
        }
        if (c == ';') {
            return decoded(c);
        }
        return CharacterReference.continues(reference, c)
                ? with(value, reference + c)
                : decoded(c).next(c);
    }

    @Override
    public Slot slot() {
        return value.slot(name);
    }

    @Override
    public Place afterValue() {
        return with(value.afterValue(), "");
    }

    /** A value could complete an unfinished reference, so that is allowed only where it would mean nothing. */
    @Override
    public Place settled() {
        if (reference.isEmpty()) {
            return this;
        }
        return slot().equals(new Slot.Escaped(Escaping.TEXT)) || slot().equals(new Slot.Escaped(Escaping.QUERY))
                ? decoded(' ')
                : new Broken(
                        "The & before this tag could become a character reference with what follows. Write &amp;, or"
                                + " put a space after it.");
    }

    @Override
    public Optional<Place> join(Place other) {
        if (other instanceof Anywhere) {
            return Optional.of(other);
        }
        return other instanceof QuotedValue quoted && quoted.with(value, "").equals(this)
                ? value.join(quoted.value).map(joined -> with(joined, ""))
                : Optional.empty();
    }

    @Override
    public String where() {
        return "inside the value of " + name + value.where();
    }

    private Place decoded(char end) {
        return with(value.next(CharacterReference.decode(reference, end)), "");
    }

    private Place with(AttributeValue newValue, String newReference) {
        return newValue.broken()
                .<Place>map(Broken::new)
                .orElseGet(() -> new QuotedValue(element, name, quote, newValue, newReference));
    }
}
