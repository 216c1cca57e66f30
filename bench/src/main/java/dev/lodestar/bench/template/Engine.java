package dev.lodestar.bench.template;

import java.io.IOException;
import java.util.List;

/** A template engine, which has read its template. For one thread. */
interface Engine {
    /**
     * Renders the page to UTF-8, in memory.
     *
     * @return what holds the bytes, until the next rendering
     */
    Object render(List<Stock> stocks) throws IOException;

    /** A copy of what the last call of {@link #render} gave. */
    byte[] bytes(Object rendered) throws IOException;
}
