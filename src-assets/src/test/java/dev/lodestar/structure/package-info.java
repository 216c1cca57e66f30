/** Tests of how compiled code hangs together: which classes there are, and which packages depend on which. */
@NullMarked
package dev.lodestar.structure;

import org.jspecify.annotations.NullMarked;
