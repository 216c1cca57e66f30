package dev.lodestar.processor.template;

import java.util.List;

/** A part of a renderer: a template after all of its names and places are known. */
sealed interface Step {
    <R> R accept(Visitor<R> visitor);

    /** Writes constant text. */
    record Text(String text) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /** Writes a value, which is a scalar, an enum, or an {@code Optional} of text. */
    record Write(Value value, Escaping escaping) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.write(this);
        }
    }

    /**
     * Constant text of an expression that becomes a function of the module: what it writes is known when all of it is.
     *
     * @param text the text as a browser reads it
     * @param passage where it stands
     * @param positions the place of each of its characters
     */
    record Code(String text, Passage passage, List<Position> positions) implements Step {
        public Code {
            positions = List.copyOf(positions);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            throw new IllegalStateException("An expression is compiled where it ends.");
        }
    }

    /**
     * A value in such an expression.
     *
     * @param steps write it as JSON
     */
    record Data(List<Step> steps) implements Step {
        /** One that is at fault, so that nothing is to be said of what is around it. */
        static final Data REFUSED = new Data(List.of());

        public Data {
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            throw new IllegalStateException("An expression is compiled where it ends.");
        }
    }

    /**
     * Does one thing or another.
     *
     * @param lets what the condition and what follows from it need
     */
    record Choice(List<Let> lets, Condition condition, List<Step> then, List<Step> otherwise) implements Step {
        public Choice {
            lets = List.copyOf(lets);
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }
    }

    /**
     * Does the same for each of several values.
     *
     * @param iteration locals that the body may use
     */
    record Each(Value values, Local element, Iteration iteration, List<Step> body) implements Step {
        public Each {
            body = List.copyOf(body);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.each(this);
        }
    }

    /** Calls a method of the renderer with these arguments for its parameters. */
    record Call(RenderMethod method, List<Local> arguments) implements Step {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** One answer for each kind. */
    interface Visitor<R> {
        R text(Text text);

        R write(Write write);

        R choice(Choice choice);

        R each(Each each);

        R call(Call call);
    }
}
