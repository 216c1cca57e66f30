/**
 * What is measured of a server: what happens is told to meters, which do nothing unless the application has a registry for
 * them or the server is to show them.
 */
@NullMarked
package dev.lodestar.runtime.metrics;

import org.jspecify.annotations.NullMarked;
