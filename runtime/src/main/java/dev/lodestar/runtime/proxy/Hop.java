package dev.lodestar.runtime.proxy;

import org.jspecify.annotations.Nullable;

/**
 * What one proxy says about a request that came to it.
 *
 * @param from who sent it there, or null if the proxy does not say so
 * @param scheme {@code http} or {@code https}, or null
 * @param host the host that was asked for, or null
 */
record Hop(
        @Nullable String from,
        @Nullable String scheme,
        @Nullable String host) {}
