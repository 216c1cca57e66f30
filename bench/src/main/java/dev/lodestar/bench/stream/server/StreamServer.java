package dev.lodestar.bench.stream.server;

import dev.lodestar.bench.stream.quotes.QuotesPage;

/** A server that shows a page to everybody who opens a stream. */
interface StreamServer {
    /** Notes the page to show, to those who watch and to those who come. Called before {@link #start}, too; by one thread. */
    void publish(QuotesPage page);

    /** Serves from now on, at a free port of 127.0.0.1, and returns the port. */
    int start() throws Exception;
}
