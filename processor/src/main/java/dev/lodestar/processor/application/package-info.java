/**
 * The application as the processor understands it: its views, actions and clocks as plain values that can be made by
 * hand, compared and printed, and the rules that hold among them.
 */
@NullMarked
package dev.lodestar.processor.application;

import org.jspecify.annotations.NullMarked;
