/**
 * The load client: one thread that reads thousands of streams and knows of each what page it shows. What is the same in
 * many streams it decodes once: a stream is followed by comparing its bytes with what another one was sent.
 */
@NullMarked
package dev.lodestar.bench.stream.client;

import org.jspecify.annotations.NullMarked;
