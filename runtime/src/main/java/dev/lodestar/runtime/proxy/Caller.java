package dev.lodestar.runtime.proxy;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, and how: to the server or, if there are trusted proxies, to the first of these.
 *
 * @param address the client's address
 * @param scheme {@code http} or {@code https}, or null if no proxy says so
 * @param host the requested host, or null if no proxy says so
 */
public record Caller(
        InetAddress address,
        @Nullable String scheme,
        @Nullable String host) {}
