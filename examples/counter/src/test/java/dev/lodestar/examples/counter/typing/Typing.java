package dev.lodestar.examples.counter.typing;

import dev.lodestar.Action;
import dev.lodestar.App;
import dev.lodestar.Template;
import dev.lodestar.View;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A counter with a form below it. */
@App(title = "Typing")
final class Typing {
    private final AtomicInteger count = new AtomicInteger();

    @View("/")
    TypingPage page() {
        int n = count.get();
        return new TypingPage(n, IntStream.range(0, n % 10).boxed().toList());
    }

    @Action("typing/change")
    void change() {
        count.incrementAndGet();
    }

    /**
     * The page.
     *
     * @param count changes with every action
     * @param lines the paragraphs above the form, which move it
     */
    @Template("typing.mustache")
    record TypingPage(int count, List<Integer> lines) {}
}
