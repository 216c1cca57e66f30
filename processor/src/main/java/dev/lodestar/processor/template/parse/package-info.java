/**
 * From the text of a template to its syntax tree. {@code TemplateParser} drives mustache.java's parser, {@code
 * TagScanner} watches where it finds tags, and {@code NodeBuilder} makes {@link
 * dev.lodestar.processor.template.parse.Node}s of them. {@link dev.lodestar.processor.template.parse.Library} reads and
 * parses each template once. Nothing here knows what a name means or that the text is HTML.
 */
@NullMarked
package dev.lodestar.processor.template.parse;

import org.jspecify.annotations.NullMarked;
