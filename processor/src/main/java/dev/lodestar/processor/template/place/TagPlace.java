package dev.lodestar.processor.template.place;

import java.util.Optional;

/** A place inside an element's tag but outside an attribute's quotes. */
public sealed interface TagPlace extends Place {
    Element element();

    @Override
    default Slot slot() {
        return new Slot.Refused("A value is not allowed here, inside the tag " + element()
                + " but outside an attribute's quotes. Put it in quotes, as in title=\"{{title}}\"; put an optional"
                + " attribute in a section, as in {{#done}}checked{{/done}}.");
    }

    @Override
    default String where() {
        return "inside the tag " + element();
    }

    /** The place after a character that ends the tag, or an attribute without a value. */
    private static Place delimited(Element element, char c) {
        return c == '>' ? element.content() : new Between(element);
    }

    private static boolean delimits(char c) {
        return HtmlCharacters.isSpace(c) || c == '/' || c == '>';
    }

    private static Place beforeValue(Element element, String name) {
        return element.whyNot(name).<Place>map(Broken::new).orElseGet(() -> new BeforeValue(element, name));
    }

    /** Whatever came last in the tag, both are inside it: a space or the tag's end must follow. */
    private static Optional<Place> joined(TagPlace place, Place other) {
        if (place.equals(other) || other instanceof Anywhere) {
            return Optional.of(other);
        }
        boolean joinable = other instanceof TagPlace && !(place instanceof BeforeValue || other instanceof BeforeValue);
        return joinable ? place.element().join(((TagPlace) other).element()).map(Undelimited::new) : Optional.empty();
    }

    /** In the element's name. */
    record Name(String name, boolean closing) implements TagPlace {
        @Override
        public Element element() {
            return new Element(name, closing);
        }

        @Override
        public Place next(char c) {
            return delimits(c) ? delimited(element(), c) : new Name(name + HtmlCharacters.lower(c), closing);
        }

        @Override
        public Optional<Place> join(Place other) {
            return joined(this, other);
        }
    }

    /** Where an attribute can begin. */
    record Between(Element element) implements TagPlace {
        @Override
        public Place next(char c) {
            return delimits(c)
                    ? delimited(element, c)
                    : new AttributeName(element, String.valueOf(HtmlCharacters.lower(c)));
        }

        @Override
        public Optional<Place> join(Place other) {
            return joined(this, other);
        }
    }

    /** In an attribute's name. */
    record AttributeName(Element element, String name) implements TagPlace {
        @Override
        public Place next(char c) {
            if (HtmlCharacters.isSpace(c)) {
                return new AfterName(element, name);
            }
            if (c == '=') {
                return beforeValue(element, name);
            }
            return delimits(c) ? delimited(element, c) : new AttributeName(element, name + HtmlCharacters.lower(c));
        }

        @Override
        public Optional<Place> join(Place other) {
            return joined(this, other);
        }
    }

    /** After an attribute's name and a space. */
    record AfterName(Element element, String name) implements TagPlace {
        @Override
        public Place next(char c) {
            if (HtmlCharacters.isSpace(c)) {
                return this;
            }
            return c == '=' ? beforeValue(element, name) : new Between(element).next(c);
        }

        @Override
        public Optional<Place> join(Place other) {
            return joined(this, other);
        }
    }

    /** After an attribute's equals sign. */
    record BeforeValue(Element element, String name) implements TagPlace {
        @Override
        public Place next(char c) {
            if (HtmlCharacters.isSpace(c)) {
                return this;
            }
            return switch (c) {
                case '"', '\'' -> new QuotedValue(element, name, c, AttributeValues.of(element, name), "");
                case '>' -> element.content();
                default -> new Unquoted(element, name);
            };
        }

        @Override
        public Slot slot() {
            return new Unquoted(element, name).slot();
        }

        @Override
        public Place afterValue() {
            return new Unquoted(element, name);
        }
    }

    /** In an attribute's value without quotes. */
    record Unquoted(Element element, String name) implements TagPlace {
        @Override
        public Place next(char c) {
            return HtmlCharacters.isSpace(c) || c == '>' ? delimited(element.with(name), c) : this;
        }

        @Override
        public Slot slot() {
            return new Slot.Refused("The value of " + name
                    + " has no quotes, so a value in it could add attributes. Write " + name + "=\"{{…}}\".");
        }

        @Override
        public Optional<Place> join(Place other) {
            return joined(this, other);
        }
    }

    /** After a section whose value decides what came last in the tag. */
    record Undelimited(Element element) implements TagPlace {
        @Override
        public Place next(char c) {
            return delimits(c)
                    ? delimited(element, c)
                    : new Broken("A section in a tag must be followed by a space or the end of the tag, since this"
                            + " text would otherwise belong to the section's last attribute. Put a space before it.");
        }

        @Override
        public Optional<Place> join(Place other) {
            return joined(this, other);
        }
    }
}
