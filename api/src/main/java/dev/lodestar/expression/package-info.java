/** What the processor and the runtime both know of Datastar expressions. Applications have no business here. */
@NullMarked
package dev.lodestar.expression;

import org.jspecify.annotations.NullMarked;
