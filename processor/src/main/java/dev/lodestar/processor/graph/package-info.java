/** The application's objects: who needs whom, found out and put in order when the application is compiled. */
@NullMarked
package dev.lodestar.processor.graph;

import org.jspecify.annotations.NullMarked;
