/**
 * The load client: one thread that reads thousands of streams and knows which page each of them shows. It decodes only
 * once what is the same in many streams: it follows a stream by comparing the bytes with those of another.
 */
@NullMarked
package dev.lodestar.bench.stream.client;

import org.jspecify.annotations.NullMarked;
