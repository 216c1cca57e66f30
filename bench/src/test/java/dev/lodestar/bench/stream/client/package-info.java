@NullMarked
package dev.lodestar.bench.stream.client;

import org.jspecify.annotations.NullMarked;
