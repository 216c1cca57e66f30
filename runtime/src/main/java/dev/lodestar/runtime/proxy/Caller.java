package dev.lodestar.runtime.proxy;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, and how it was sent: to the server or, if there are proxies, to the first of those that belong to it.
 *
 * @param address from where
 * @param scheme {@code http} or {@code https}, or null if no proxy says so
 * @param host the host that was asked for, or null if no proxy says so
 */
public record Caller(
        InetAddress address,
        @Nullable String scheme,
        @Nullable String host) {}
