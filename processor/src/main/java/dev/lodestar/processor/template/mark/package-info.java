/**
 * Marks in a renderer where elements with ids begin and end, so that the runtime can send parts of a page. {@link
 * dev.lodestar.processor.template.mark.ElementMarks} is the entry point: {@code MarkupLexer} splits the constant texts
 * into tags, {@code ElementReader} follows how they nest, and {@code ContentModel}, {@code StartTag} and {@code
 * DataAttributes} know which elements can be replaced on their own. Whatever is not certain is {@code Unclear}, and the
 * page gets no marks.
 */
@NullMarked
package dev.lodestar.processor.template.mark;

import org.jspecify.annotations.NullMarked;
