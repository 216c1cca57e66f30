package dev.lodestar.runtime.signal;

import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 while it is read, so that a text that is refused at its beginning is not decoded to its end. */
final class Utf8Reader extends Reader {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes;

    /** The second half of a character when there was room for one char only; otherwise empty. */
    private final CharBuffer half = CharBuffer.allocate(2).limit(0);

    Utf8Reader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** @throws CharacterCodingException if the bytes to read next are not UTF-8 */
    @Override
    public int read(char[] into, int from, int length) throws CharacterCodingException {
        CharBuffer text = CharBuffer.wrap(into, from, length);
        if (!half.hasRemaining()) {
            decode(text);
            if (text.position() == from && bytes.hasRemaining() && length > 0) {
                decode(half.clear());
                half.flip();
            }
        }
        if (half.hasRemaining() && text.hasRemaining()) {
            text.put(half.get());
        }
        int read = text.position() - from;
        return read > 0 || length == 0 ? read : -1;
    }

    private void decode(CharBuffer text) throws CharacterCodingException {
        CoderResult result = decoder.decode(bytes, text, true);
        if (result.isError()) {
            result.throwException();
        }
    }

    @Override
    public void close() {}
}
