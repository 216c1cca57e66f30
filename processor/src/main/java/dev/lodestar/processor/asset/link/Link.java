package dev.lodestar.processor.asset.link;

/**
 * A place in a file that refers to another file.
 *
 * @param start the offset of the first byte of the path
 * @param end the offset after its last byte; what follows, such as {@code #icon}, is not part of it
 * @param path the path without the escapes of the file's language and of URLs, relative to the file's folder
 * @param optional whether the other file need not exist, as a script's source map
 */
public record Link(int start, int end, String path, boolean optional) {}
