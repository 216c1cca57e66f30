/** The chat as people use it: in two browsers, across a restart, and in a crowd. */
@NullMarked
package dev.lodestar.examples.chat;

import org.jspecify.annotations.NullMarked;
