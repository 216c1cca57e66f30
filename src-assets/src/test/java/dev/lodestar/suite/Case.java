package dev.lodestar.suite;

import dev.lodestar.browser.engine.Engine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page, what is done to it, and what must then be true of it.
 *
 * @param name its file and what it shows
 * @param differs why the official bundle is known to fail it; empty if it passes
 * @param differsIn the engine that is known to fail it
 * @param page the markup of its body, or a whole document
 * @param replies what its server answers to, say, {@code GET x}, in turn; the last one stays
 * @param steps what happens, in order
 */
record Case(
        String name,
        String differs,
        Optional<Engine> differsIn,
        String page,
        Map<String, List<Reply>> replies,
        List<Step> steps) {
    /**
     * One line of a case.
     *
     * @param kind {@code >} for what a person or a script does, {@code <<} for what the server sends, {@code ?} for what
     *     must come true
     * @param text the rest of the line
     */
    record Step(String kind, String text) {}

    /** Whether it is known to fail with the official bundle, or another client, or in this engine. */
    boolean isKnownToFail(boolean withOther, Engine engine) {
        return (withOther && !differs.isEmpty())
                || differsIn.filter(engine::equals).isPresent();
    }

    /** Whether the server sends by itself, on a stream that the page opens when it loads. */
    boolean isPushed() {
        return steps.stream().anyMatch(step -> step.kind().equals("<<"));
    }

    /** Whether a check reads {@code signals}, which then follows the page's. */
    boolean readsSignals() {
        return steps.stream().anyMatch(step -> step.text().contains("signals"));
    }
}
