package dev.lodestar.bench.stream.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** Writes a response as a server might: chunked or not, plain or gzipped, in blocks of every kind. */
final class Wire {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final boolean chunked;
    private final boolean gzip;

    Wire(boolean chunked, boolean gzip) {
        this.chunked = chunked;
        this.gzip = gzip;
        text("HTTP/1." + (chunked ? 1 : 0) + " 200 OK\r\nContent-Type: text/event-stream\r\n"
                + (chunked ? "Transfer-Encoding: chunked\r\n" : "") + (gzip ? "Content-Encoding: gzip\r\n" : "")
                + "\r\n");
        if (gzip) {
            content(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3}, 10);
        }
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** An event after everything before it, as in a stream that is compressed by itself. */
    Wire event(byte[] event) {
        return gzip ? deflated(deflater, event) : content(event, event.length);
    }

    /** An event after nothing or, if it is not null, after one other event, as in a block that streams share. */
    Wire shared(byte[] event, byte[] behind) {
        if (!gzip) {
            return content(event, event.length);
        }
        Deflater own = new Deflater(Deflater.BEST_COMPRESSION, true);
        if (behind.length > 0) {
            own.setDictionary(behind);
        }
        return deflated(own, event);
    }

    private Wire deflated(Deflater with, byte[] event) {
        byte[] block = new byte[event.length + 1000];
        with.setInput(event);
        return content(block, with.deflate(block, 0, block.length, Deflater.SYNC_FLUSH));
    }

    private Wire content(byte[] bytes, int length) {
        // Two chunks, so that an event does not end where a chunk does.
        int first = length / 3;
        if (chunked && first > 0) {
            chunk(bytes, 0, first);
        }
        if (chunked) {
            chunk(bytes, first, length - first);
        } else {
            out.write(bytes, 0, length);
        }
        return this;
    }

    private void chunk(byte[] bytes, int from, int length) {
        text(Integer.toHexString(length) + "\r\n");
        out.write(bytes, from, length);
        text("\r\n");
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
