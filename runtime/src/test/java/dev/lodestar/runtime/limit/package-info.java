@org.jspecify.annotations.NullMarked
package dev.lodestar.runtime.limit;
