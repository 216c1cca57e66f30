/** What the framework's modules do with text: they show what comes from outside, and hash. Not for applications. */
@NullMarked
package dev.lodestar.text;

import org.jspecify.annotations.NullMarked;
