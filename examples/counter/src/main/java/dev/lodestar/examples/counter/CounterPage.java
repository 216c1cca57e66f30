package dev.lodestar.examples.counter;

import dev.lodestar.Template;

/**
 * What the page shows.
 *
 * @param count the number itself
 * @param watching how many browsers show it
 */
@Template("counter.mustache")
record CounterPage(int count, int watching) {}
