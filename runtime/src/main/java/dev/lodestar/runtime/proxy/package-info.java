/** Who sent a request that came through proxies: what the proxies say, and whether to trust it. */
@NullMarked
package dev.lodestar.runtime.proxy;

import org.jspecify.annotations.NullMarked;
