/**
 * Finds the places where files refer to other files. There is a scanner for each language of the web, which knows just
 * enough of it to tell a reference from what only looks like one.
 */
@NullMarked
package dev.lodestar.processor.asset.link;

import org.jspecify.annotations.NullMarked;
