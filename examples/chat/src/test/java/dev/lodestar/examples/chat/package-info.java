/** The chat as people meet it: in two browsers, over a restart, and in a crowd. */
@NullMarked
package dev.lodestar.examples.chat;

import org.jspecify.annotations.NullMarked;
