/** How fast the page of twenty stocks becomes UTF-8 bytes, here and with other template engines. */
@NullMarked
package dev.lodestar.bench.template;

import org.jspecify.annotations.NullMarked;
