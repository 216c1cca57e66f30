package dev.lodestar.suite;

import dev.lodestar.browser.engine.Engine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page, what is done to it, and what must then be true.
 *
 * @param name its file and its title
 * @param differs why the official bundle is known to fail; empty if it passes
 * @param differsIn the engine that is known to fail
 * @param page the markup of the body, or a whole document
 * @param replies the server's responses to, say, {@code GET x}, in turn; the last one is repeated
 * @param steps the steps, in order
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
     * @param kind {@code >} for what a person or a script does, {@code <<} for what the server sends, {@code ?} for
     *     what must become true
     * @param text the rest of the line
     */
    record Step(String kind, String text) {}

    /** Whether it is known to fail with the official bundle, or with another client, in this engine. */
    boolean isKnownToFail(boolean withOther, Engine engine) {
        return (withOther && !differs.isEmpty())
                || differsIn.filter(engine::equals).isPresent();
    }

    /** Whether the server pushes events, on a stream that the page opens when it loads. */
    boolean isPushed() {
        return steps.stream().anyMatch(step -> step.kind().equals("<<"));
    }

    /** Whether a check reads {@code signals}, which then mirrors the page's. */
    boolean readsSignals() {
        return steps.stream().anyMatch(step -> step.text().contains("signals"));
    }
}
