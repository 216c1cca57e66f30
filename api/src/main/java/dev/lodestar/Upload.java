package dev.lodestar;

/**
 * A file that a form sent; see {@link Request#files}. It is kept in memory as a whole: a form, including all of its
 * files, has at most {@link Limits#bodyBytes()}.
 *
 * @param fileName the name that the file has on the sender's device, or empty if it has none. It is made harmless on
 *     every system: never a path, {@code .} or {@code ..}, without control characters, surrounding white space or
 *     trailing dots. A colon becomes an underscore ({@code a.txt:b} is a stream of {@code a.txt} on Windows), and the
 *     name of a device gets one in front, as in {@code _NUL.txt}. Senders choose the name freely, so show it, but do
 *     not use it to tell files apart
 * @param contentType the type that the sender claims, such as {@code image/png}; {@code application/octet-stream} if it
 *     claims none. It is not checked, and need not be true
 * @param bytes the content; not a copy, so do not change it
 */
public record Upload(String fileName, String contentType, byte[] bytes) {
    /** Returns the name, the type and the number of bytes, but none of the content. */
    @Override
    public String toString() {
        return "Upload[fileName=" + fileName + ", contentType=" + contentType + ", bytes=" + bytes.length + "]";
    }
}
