package dev.lodestar.bench.stream.server;

import dev.lodestar.bench.stream.quotes.QuotesPage;

/** A server that shows a page to everybody who opens a stream. */
interface StreamServer {
    /** Sets the page to show, for current and future clients. Also called before {@link #start}; by one thread. */
    void publish(QuotesPage page);

    /** Starts serving on a free port of 127.0.0.1. Returns the port. */
    int start() throws Exception;
}
