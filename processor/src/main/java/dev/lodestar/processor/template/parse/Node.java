package dev.lodestar.processor.template.parse;

import java.util.List;

/** A part of a template as written, before its names have a meaning. */
public sealed interface Node {
    /** Where its tag begins. */
    Position position();

    <R> R accept(Visitor<R> visitor);

    /**
     * Text between tags.
     *
     * @param offset the index of its first character in the source
     */
    record Text(String text, int offset, Position position) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /**
     * {@code {{name}}}.
     *
     * @param name the name as written
     * @param escaped false in three braces or with {@code &}
     */
    record Variable(String name, boolean escaped, Position position) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.variable(this);
        }
    }

    /** {@code {{action:counter/inc}}} and the like. */
    record Link(Reference reference, Position position) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.link(this);
        }
    }

    /**
     * {@code {{#name}}} or {@code {{^name}}}, until {@code {{/name}}}.
     *
     * @param name the name as written
     * @param inverted whether it is written when the value is absent
     */
    record Section(String name, boolean inverted, List<Node> body, Position position) implements Node {
        public Section {
            body = List.copyOf(body);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.section(this);
        }
    }

    /**
     * {@code {{>name}}}.
     *
     * @param name the name as written
     * @param indentation the white space before it if it is alone on its line
     */
    record Partial(String name, String indentation, Position position) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.partial(this);
        }
    }

    /**
     * {@code {{<name}}} until {@code {{/name}}}: a partial with some of its blocks filled.
     *
     * @param partial the partial
     * @param fills the blocks between the two tags
     */
    record Parent(Partial partial, List<Block> fills) implements Node {
        public Parent {
            fills = List.copyOf(fills);
        }

        @Override
        public Position position() {
            return partial.position();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.parent(this);
        }
    }

    /**
     * {@code {{$name}}} until {@code {{/name}}}: a place that the including template can fill.
     *
     * @param name the name as written
     * @param body the content if nothing fills it
     * @param extent the text of the body, which in a {@link Parent} fills the block of this name
     * @param indentation the indentation that each line of its filling gets
     */
    record Block(String name, List<Node> body, Extent extent, String indentation, Position position) implements Node {
        public Block {
            body = List.copyOf(body);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.block(this);
        }
    }

    /** One method for each kind. */
    interface Visitor<R> {
        R text(Text text);

        R variable(Variable variable);

        R link(Link link);

        R section(Section section);

        R partial(Partial partial);

        R parent(Parent parent);

        R block(Block block);
    }
}
