package dev.lodestar.processor.template;

import java.util.Optional;

/** A place inside of an element's tag, outside of an attribute's quotes. */
sealed interface TagPlace extends Place {
    Element element();

    @Override
    default Slot slot() {
        return new Slot.Refused("A value cannot stand here, inside of the tag " + element()
                + " but outside of an attribute's quotes. Put it into quotes, as in title=\"{{title}}\"; an attribute"
                + " that is there or not goes into a section, as in {{#done}}checked{{/done}}.");
    }

    @Override
    default String where() {
        return "inside of the tag " + element();
    }

    /** Whether a tag ends with this character, or an attribute does that has no value. */
    private static Place delimited(Element element, char c) {
        return c == '>' ? element.content() : new Between(element);
    }

    private static boolean delimits(char c) {
        return Letters.isSpace(c) || c == '/' || c == '>';
    }

    private static Place beforeValue(Element element, String name) {
        return element.whyNot(name).<Place>map(Broken::new).orElseGet(() -> new BeforeValue(element, name));
    }

    /** Whatever came last in the tag, both are inside of it: a space or the tag's end must follow. */
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
            return delimits(c) ? delimited(element(), c) : new Name(name + Letters.lower(c), closing);
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
            return delimits(c) ? delimited(element, c) : new AttributeName(element, String.valueOf(Letters.lower(c)));
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
            if (Letters.isSpace(c)) {
                return new AfterName(element, name);
            }
            if (c == '=') {
                return beforeValue(element, name);
            }
            return delimits(c) ? delimited(element, c) : new AttributeName(element, name + Letters.lower(c));
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
            if (Letters.isSpace(c)) {
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
            if (Letters.isSpace(c)) {
                return this;
            }
            return switch (c) {
                case '"', '\'' -> new Quoted(element, name, c, AttributeValues.of(element, name), "");
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
            return Letters.isSpace(c) || c == '>' ? delimited(element.with(name), c) : this;
        }

        @Override
        public Slot slot() {
            return new Slot.Refused("The value of " + name
                    + " has no quotes, so what stands in it could add attributes. Write " + name + "=\"{{…}}\".");
        }

        @Override
        public Optional<Place> join(Place other) {
            return joined(this, other);
        }
    }

    /** After a section of which it depends on the value what came last in the tag. */
    record Undelimited(Element element) implements TagPlace {
        @Override
        public Place next(char c) {
            return delimits(c)
                    ? delimited(element, c)
                    : new Broken("After a section in a tag a space must follow, or the end of the tag, since this text"
                            + " would otherwise belong to the section's last attribute. Put the space before it.");
        }

        @Override
        public Optional<Place> join(Place other) {
            return joined(this, other);
        }
    }
}
