package dev.lodestar.processor.asset.link;

/**
 * A place in a file that refers to another one.
 *
 * @param start the offset of the first byte of the path that stands there
 * @param end the offset after its last byte; what follows, such as {@code #icon}, is not part of it
 * @param path the path without the escapes of the file's language and of URLs, relative to the file's folder
 * @param optional whether the file is right without the other one, as a script is without its source map
 */
public record Link(int start, int end, String path, boolean optional) {}
