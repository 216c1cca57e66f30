/**
 * The application's objects: what each of them needs, and the order in which to create them, worked out when the
 * application is compiled.
 */
@NullMarked
package dev.lodestar.processor.graph;

import org.jspecify.annotations.NullMarked;
