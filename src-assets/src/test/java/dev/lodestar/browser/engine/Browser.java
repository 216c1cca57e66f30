package dev.lodestar.browser.engine;

/** A running browser. */
interface Browser extends AutoCloseable {
    /** Opens a tab with a profile of its own. */
    Driver open();

    /** Ends it, and all processes that it has started. */
    @Override
    void close();
}
