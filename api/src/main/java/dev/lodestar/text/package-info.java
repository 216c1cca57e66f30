/** What the framework's modules know of text in common: how to show it, hashes, reserved ids. Not for applications. */
@NullMarked
package dev.lodestar.text;

import org.jspecify.annotations.NullMarked;
