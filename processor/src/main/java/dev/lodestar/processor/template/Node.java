package dev.lodestar.processor.template;

import java.util.List;

/** A part of a template as it was written, before anything is known of what its names mean. */
sealed interface Node {
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
     * @param name the name as it is written
     * @param escaped false in three braces or with {@code &}
     */
    record Variable(String name, boolean escaped, Position position) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.variable(this);
        }
    }

    /** {@code {{action:counter/inc}}} and its like. */
    record Link(Reference reference, Position position) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.link(this);
        }
    }

    /**
     * {@code {{#name}}} or {@code {{^name}}}, until {@code {{/name}}}.
     *
     * @param name the name as it is written
     * @param inverted whether it stands for the absence of the value
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
     * @param name the name as it is written
     * @param indentation the white space before it if it stands alone on its line
     */
    record Partial(String name, String indentation, Position position) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.partial(this);
        }
    }

    /**
     * {@code {{<name}}} until {@code {{/name}}}: a partial, of which some blocks are filled.
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
     * {@code {{$name}}} until {@code {{/name}}}: a place that whoever includes the template can fill.
     *
     * @param name the name as it is written
     * @param body what is there if nobody fills it
     * @param extent the text of the body, which fills the block of this name where it stands in a {@link Parent}
     * @param indentation the blanks that what fills it gets before each line
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

    /** One answer for each kind. */
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
