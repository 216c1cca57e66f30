/**
 * Renderings as the bytes of streams. A {@link dev.lodestar.runtime.frame.Frame} is one rendering of a feed; it is
 * encoded once for all streams that use the same {@link dev.lodestar.runtime.frame.FrameEncoding}, and a
 * {@link dev.lodestar.runtime.frame.StreamEncoder} picks the bytes that one stream is sent. To add an encoding, extend
 * {@code FrameEncoding} and enter the class in {@link dev.lodestar.runtime.frame.FrameEncodings#standard}.
 */
@NullMarked
package dev.lodestar.runtime.frame;

import org.jspecify.annotations.NullMarked;
