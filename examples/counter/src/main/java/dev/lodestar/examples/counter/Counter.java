package dev.lodestar.examples.counter;

import dev.lodestar.Action;
import dev.lodestar.App;
import dev.lodestar.Hub;
import dev.lodestar.View;
import java.util.concurrent.atomic.AtomicInteger;

/** The whole application: its state, its page and its actions. */
@App(port = 8080, title = "Counter", styles = "counter.css", icon = "icon.svg")
public final class Counter {
    private final AtomicInteger count = new AtomicInteger();
    private final Hub hub;

    Counter(Hub hub) {
        this.hub = hub;
    }

    @View("/")
    CounterPage page() {
        return new CounterPage(count.get(), hub.watching());
    }

    @Action("counter/inc")
    void inc() {
        count.incrementAndGet();
    }

    @Action("counter/dec")
    void dec() {
        count.decrementAndGet();
    }
}
