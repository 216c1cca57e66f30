package dev.lodestar;

/**
 * A file that a form sent, see {@link Request#files}. It is in memory as a whole: a form has at most
 * {@link Limits#bodyBytes()}, with all its files.
 *
 * @param fileName what the file is called where it came from: a name without folders and control characters, never a path,
 *     {@code .} or {@code ..}; empty if it has none. Anybody can call a file anything, so it is something to show, and
 *     nothing to tell two files apart
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
