package dev.lodestar.processor.asset;

import dev.lodestar.processor.application.ContentHash;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes that can be written repeatedly. Files are not held in memory. */
sealed interface Content permits Content.Text, FileContent {
    /** The number of bytes. */
    long length();

    /** Writes the bytes. */
    void writeTo(OutputStream out) throws IOException;

    /** A text that the compiler generates. */
    record Text(byte[] bytes) implements Content {
        static Text of(String text) {
            return new Text(text.getBytes(StandardCharsets.UTF_8));
        }

        String hash() {
            return ContentHash.of(bytes);
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }
    }
}
