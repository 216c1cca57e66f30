/**
 * The model of an application: its views, actions, clocks and callbacks as plain values, which tests can create by
 * hand, compare and print, and the rules that these must follow.
 */
@NullMarked
package dev.lodestar.processor.application;

import org.jspecify.annotations.NullMarked;
