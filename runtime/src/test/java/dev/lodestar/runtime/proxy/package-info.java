/** Tests of what proxies say about requests. */
@NullMarked
package dev.lodestar.runtime.proxy;

import org.jspecify.annotations.NullMarked;
