package dev.lodestar.examples.counter;

import dev.lodestar.Template;

/**
 * What the page shows.
 *
 * @param count the current count
 * @param watching how many browsers show the page
 */
@Template("counter.mustache")
record CounterPage(int count, int watching) {}
