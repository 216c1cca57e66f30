/**
 * What is left after a process was killed: {@link dev.lodestar.runtime.store.crash.Kills} runs writers, kills them and
 * looks at what they leave.
 */
@NullMarked
package dev.lodestar.runtime.store.crash;

import org.jspecify.annotations.NullMarked;
