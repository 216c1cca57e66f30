package dev.lodestar.processor.template.write;

import com.palantir.javapoet.CodeBlock;
import dev.lodestar.processor.template.step.Local;
import dev.lodestar.processor.template.step.Step;
import dev.lodestar.processor.type.ValueType.Container;
import dev.lodestar.processor.type.ValueType.EntryOf;
import dev.lodestar.processor.type.ValueType.Many;
import java.util.List;

/** Writes the loop of a section over several values, with the position variables that its body uses. */
final class LoopWriter {
    private final Step.Each each;
    private final Many many;
    private final List<Local> used;
    private final CodeBlock.Builder code;
    private final LocalNames outside;
    private final String values;

    /**
     * @param values the values as a Java expression
     * @param used the locals that its body uses
     * @param outside the names around the loop
     */
    LoopWriter(Step.Each each, String values, List<Local> used, CodeBlock.Builder code, LocalNames outside) {
        this.each = each;
        this.many = (Many) each.values().type();
        this.used = used;
        this.code = code;
        this.outside = outside;
        this.values = many.container() == Container.MAP ? values + ".entrySet()" : values;
    }

    /** Writes the head of the loop and returns the names inside it. */
    LocalNames begin() {
        boolean findsLast = used.contains(last());
        if (used.contains(first())) {
            code.addStatement("boolean $L = true", outside.declare(first()));
        }
        if (used.contains(index()) || findsLast && isArray()) {
            code.addStatement("int $L = 1", outside.declare(index()));
        }
        if (!findsLast) {
            LocalNames inside = outside.inner();
            beginFor(inside, values);
            return inside;
        }
        return isArray() ? beginArray() : beginIterator();
    }

    private LocalNames beginArray() {
        String array = values;
        if (each.values().component().isPresent()) {
            array = outside.declare(several());
            code.addStatement("$T $L = $L", JavaTypes.of(many), array, values);
        }
        LocalNames inside = outside.inner();
        beginFor(inside, array);
        code.addStatement("boolean $L = $L == $L.length", inside.declare(last()), outside.get(index()), array);
        return inside;
    }

    private LocalNames beginIterator() {
        LocalNames inside = outside.inner();
        String iterator = inside.declare(several());
        code.beginControlFlow("for (var $1L = $2L.iterator(); $1L.hasNext();)", iterator, values);
        code.addStatement("$L $L = $L.next()", elementType(), inside.declare(each.element()), iterator);
        code.addStatement("boolean $L = !$L.hasNext()", inside.declare(last()), iterator);
        return inside;
    }

    private void beginFor(LocalNames inside, String from) {
        code.beginControlFlow("for ($L $L : $L)", elementType(), inside.declare(each.element()), from);
    }

    /** Writes the end of the loop. */
    void end() {
        if (outside.knows(first())) {
            code.addStatement("$L = false", outside.get(first()));
        }
        if (outside.knows(index())) {
            code.addStatement("$L++", outside.get(index()));
        }
        code.endControlFlow();
    }

    private CodeBlock elementType() {
        return many.element() instanceof EntryOf
                ? CodeBlock.of("var")
                : CodeBlock.of("$T", JavaTypes.of(many.element()));
    }

    private Local several() {
        return new Local(many, each.values().names(), false);
    }

    private boolean isArray() {
        return many.container() == Container.ARRAY;
    }

    private Local first() {
        return each.iteration().first();
    }

    private Local last() {
        return each.iteration().last();
    }

    private Local index() {
        return each.iteration().index();
    }
}
