/**
 * How a request is refused: with a status and a sentence, on a connection that stays open just long enough for the
 * client to read them.
 */
@NullMarked
package dev.lodestar.runtime.connection.refusal;

import org.jspecify.annotations.NullMarked;
