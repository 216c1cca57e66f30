/** Who sent a request that came through proxies: what they say about it, and whether it is to be believed. */
@NullMarked
package dev.lodestar.runtime.proxy;

import org.jspecify.annotations.NullMarked;
