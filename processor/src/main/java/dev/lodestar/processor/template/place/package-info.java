/**
 * The places in HTML where a template writes a value: text, tags, attributes, URLs, styles and expressions. {@link
 * dev.lodestar.processor.template.place.Place} reads the text between the tags character by character, as a browser
 * would, and its {@link dev.lodestar.processor.template.place.Slot} says how a value is escaped there, or why none is
 * allowed.
 */
@NullMarked
package dev.lodestar.processor.template.place;

import org.jspecify.annotations.NullMarked;
