package dev.lodestar.browser.engine;

/** A running browser. */
interface Browser extends AutoCloseable {
    /** Opens a tab with a separate profile. */
    Driver open();

    /** Ends it with all its processes. */
    @Override
    void close();
}
