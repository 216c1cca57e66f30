/**
 * What changed of a large page, in the place of the whole page. A piece is an element of a rendering that has an id and
 * holds a change; patched by their ids, the pieces do what a morph of the whole page to the same rendering does.
 *
 * <p>That they do is not tried but known, for these reasons; where one of them fails, there are no pieces.
 *
 * <ul>
 *   <li>The tree of either rendering is the nesting of its tags: nothing that a parser implies, closes, moves or drops is
 *       let through. So a piece's tree does not depend on what is around it, and a piece can be parsed by itself.
 *   <li>Outside of the pieces both renderings are equal byte for byte. So a morph of the whole page finds each piece where
 *       it was, pairs it with itself, and from there on does what the morph of the piece does.
 *   <li>An element of another key, or a control that is another by its name, type or value, is no piece: a morph puts
 *       another element in its place ({@code ElementIdentity}).
 *   <li>Each id stands there once, and none goes from one piece to another. So a morph finds the same elements to keep and
 *       to move, whether it sees the page or the piece.
 *   <li>The page that is patched has the markup of the rendering before, but for what the client's attributes show, which
 *       the client puts back itself when a morph takes it away. What a user, a script or an expression could make of
 *       the page besides, and what only a morph of the whole would undo, is not let through: editable elements, those that
 *       open without {@code data-preserve-attr="open"}, scripts, custom elements, and expressions that set or call anything
 *       that might change the document.
 * </ul>
 *
 * <p>What is left to the caller: the page shows exactly the rendering before, and nothing else was patched into it since,
 * as by an action's reply. What is assumed: elements around the frame have ids that begin with {@code lodestar}; nobody puts
 * elements into signals; and nobody misses that a morph of the whole page takes back a translation of the page.
 * Attributes that somebody else than the server changed stay in either case.
 *
 * <p>Pieces that cannot be parsed in a row, such as a cell after a paragraph, are events of their own, in the
 * order of the page. A browser may show what is between two of them.
 */
@NullMarked
package dev.lodestar.runtime.piece;

import org.jspecify.annotations.NullMarked;
