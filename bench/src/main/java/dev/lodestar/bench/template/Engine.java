package dev.lodestar.bench.template;

import java.io.IOException;
import java.util.List;

/** A template engine that has parsed its template. For one thread. */
interface Engine {
    /**
     * Renders the page to UTF-8, in memory.
     *
     * @return an object with the bytes, valid until the next rendering
     */
    Object render(List<Stock> stocks) throws IOException;

    /** A copy of the bytes that the last call of {@link #render} returned. */
    byte[] bytes(Object rendered) throws IOException;
}
