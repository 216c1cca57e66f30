/**
 * The parts of a large page that changed, sent in place of the whole page. A piece is an element of a rendering that
 * has an id and contains a change. Patched by their ids, the pieces do what a morph of the whole page to the same
 * rendering does.
 *
 * <p>Nothing is parsed for that. The renderers that the compiler generates mark where elements with ids begin and end
 * ({@link dev.lodestar.runtime.html.HtmlOutput#begin}), and pieces are found by comparing the bytes of two renderings.
 *
 * <p>That pieces do the same as the whole page is certain, for these reasons. Where one fails, there are no pieces.
 *
 * <ul>
 * <li>The tree of either rendering is the nesting of its tags: the compiler marks nothing in a template in which a
 * parser would imply, close, move or drop an element. So a piece's tree does not depend on its surroundings, and a
 * piece can be parsed by itself.
 * <li>Outside the pieces both renderings are equal byte for byte. So a morph of the whole page finds each piece where
 * it was, pairs it with itself, and from there on does what the morph of the piece does.
 * <li>Two elements are the same only if they come from the same place in the same template and have the same id. Where
 * a value decides about the key of an element, or about what else makes it another one for the client (the name, the
 * type and for some the value of a form control), the compiler marks the element as no piece of its own: a morph puts
 * another element in its place.
 * <li>Each id occurs once, and none goes from one piece to another. So a morph finds the same elements to keep and to
 * move, whether it sees the page or the piece.
 * <li>The page that is patched has the markup of the rendering before, except for what the client's attributes show,
 * which the client puts back itself when a morph takes it away. The compiler marks nothing in a template with anything
 * else that a user, a script or an expression could change in the page, and that only a morph of the whole page would
 * undo: editable elements, elements that open without {@code data-preserve-attr="open"}, scripts, custom elements, and
 * expressions that set or call anything that might change the document.
 * </ul>
 *
 * <p>An {@code Html} in a page is a part of the element around it, and taken to be well-formed flow content that leaves
 * the rest of the page alone. Whether it has ids is looked up, as bytes: if so, there are no pieces.
 *
 * <p>What is left to the caller: the page shows exactly the rendering before, and nothing else was patched into it
 * since, such as an action's reply. What is assumed: elements around the frame have ids that begin with {@code
 * lodestar}; nobody puts elements into signals; and nobody minds that a morph of the whole page takes back a
 * translation of the page, while pieces do not. Attributes that somebody other than the server changed stay in either
 * case.
 *
 * <p>Pieces that cannot be parsed in a row, such as a cell after a paragraph, are events of their own, in the order of
 * the page. A browser may show what is between two of them.
 */
@NullMarked
package dev.lodestar.runtime.piece;

import org.jspecify.annotations.NullMarked;
