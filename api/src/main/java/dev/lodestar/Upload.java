package dev.lodestar;

/**
 * A file that a form sent, see {@link Request#files}. It is in memory as a whole: a form has at most
 * {@link Limits#bodyBytes()}, with all its files.
 *
 * @param fileName what the file is called where it came from, made harmless on every system: never a path, {@code .} or
 *     {@code ..}, without control characters, without white space around it or dots at its end. A colon is an
 *     underscore ({@code a.txt:b} is a stream of {@code a.txt} on Windows), and one stands before the name of a device,
 *     as in {@code _NUL.txt}. Empty if it has no name. Anybody can call a file anything, so it is something to show,
 *     and nothing to tell two files apart
 * @param contentType what the sender says that it is, as in {@code image/png}; {@code application/octet-stream} if it does
 *     not say. It is not checked, and need not be true
 * @param bytes the content; not a copy, so that nobody must change it
 */
public record Upload(String fileName, String contentType, byte[] bytes) {
    /** The name, the type and the number of bytes; none of the content. */
    @Override
    public String toString() {
        return "Upload[fileName=" + fileName + ", contentType=" + contentType + ", bytes=" + bytes.length + "]";
    }
}
