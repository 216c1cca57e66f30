package dev.lodestar.processor.template.step;

import dev.lodestar.processor.template.parse.Fault;
import dev.lodestar.processor.template.place.Escaping;
import java.util.List;
import java.util.Optional;

/** A part of a renderer: a template in which every name and place is known. */
public sealed interface Step {
    <R> R accept(Visitor<R> visitor);

    /** Writes constant text. */
    record Text(String text) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /**
     * Writes the constant text at the beginning of an element with an id, and marks its place.
     *
     * @param before the text before the id's value, or all of it if the value comes later
     * @param after the text from the id's value on, if the value begins in the constant text
     */
    record Begin(Fragment fragment, String before, Optional<String> after) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.begin(this);
        }
    }

    /**
     * Marks a place: where the value of an id begins, if it comes after the constant text, or where an element ends.
     */
    enum Mark implements Step {
        ID,
        END;

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mark(this);
        }
    }

    /** Writes a value: a scalar, an enum, or an {@code Optional} of text. */
    record Write(Value value, Escaping escaping) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.write(this);
        }
    }

    /**
     * Constant text of an expression that becomes a function of the module; what to write for it is known once the
     * whole expression is.
     *
     * @param text the text as a browser reads it
     * @param origin knows where it is in a template
     */
    record Code(String text, Origin origin) implements Step {
        /** Knows where each character of a text is in a template. */
        @FunctionalInterface
        public interface Origin {
            /** The fault at the character with this index. */
            Fault fault(int index, String message);
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
        /** A value at fault, so that nothing else is reported about the expression. */
        public static final Data REFUSED = new Data(List.of());

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
     * @param lets the locals that the condition and the steps need
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

    /** One method for each kind. */
    interface Visitor<R> {
        R text(Text text);

        R begin(Begin begin);

        R mark(Mark mark);

        R write(Write write);

        R choice(Choice choice);

        R each(Each each);

        R call(Call call);
    }
}
