/** What malicious clients cost the others. */
@NullMarked
package dev.lodestar.bench.stream.abuse;

import org.jspecify.annotations.NullMarked;
