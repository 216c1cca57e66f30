/**
 * The lexer of JavaScript, and the only one: it serves the parser of Datastar expressions, the search for links in
 * scripts and the check of where in an expression a template writes a value. {@link
 * dev.lodestar.processor.javascript.LexicalState} knows, character by character, where literals and comments begin and
 * end; {@link dev.lodestar.processor.javascript.Lexer} makes tokens of a text; and {@link
 * dev.lodestar.processor.javascript.Script} makes them where no parser says whether a slash divides.
 */
@NullMarked
package dev.lodestar.processor.javascript;

import org.jspecify.annotations.NullMarked;
