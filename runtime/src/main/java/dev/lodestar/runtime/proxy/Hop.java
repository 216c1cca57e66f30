package dev.lodestar.runtime.proxy;

import org.jspecify.annotations.Nullable;

/**
 * What one proxy says about a request that it received.
 *
 * @param from who sent the request to the proxy, or null if it does not say so
 * @param scheme {@code http} or {@code https}, or null
 * @param host the requested host, or null
 */
record Hop(
        @Nullable String from,
        @Nullable String scheme,
        @Nullable String host) {}
