/**
 * What files refer to: scanners for the languages of the web that find the places where a file names another one. They
 * know just enough of a language to tell such a place from one that only looks like it.
 */
@NullMarked
package dev.lodestar.processor.asset.link;

import org.jspecify.annotations.NullMarked;
