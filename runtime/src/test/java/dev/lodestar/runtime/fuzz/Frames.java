package dev.lodestar.runtime.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/**
 * Connections of HTTP/2 (RFC 9113): a preface, settings, and frames of all types in any order, with any flags and
 * lengths; heads in pieces, uploads with padding and trailers, floods, and what is malformed in HPACK.
 */
final class Frames {
    private static final int MOST_TYPES = 18;
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int CONTINUATION = 9;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int PADDED = 8;

    private final Random random;
    private final Noise noise;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int stream = 1;

    Frames(Random random) {
        this.random = random;
        this.noise = new Noise(random);
    }

    byte[] connection() {
        out.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        frame(4, 0, 0, new byte[0]);
        for (int frames = 1 + random.nextInt(20); frames > 0; frames--) {
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> request();
                case 4 -> requestInPieces();
                case 5 -> upload();
                case 6 -> flood();
                case 7 -> brokenHead();
                default -> any();
            }
        }
        byte[] bytes = out.toByteArray();
        return random.nextInt(3) == 0 ? noise.of(bytes) : bytes;
    }

    private void request() {
        boolean post = random.nextBoolean();
        byte[] head = head(post);
        boolean body = post && random.nextBoolean();
        frame(HEADERS, body ? 4 : 5, stream, head);
        if (body) {
            frame(0, random.nextInt(2), stream, noise.of("{\"title\":1}".getBytes(StandardCharsets.US_ASCII)));
        }
        stream += 2;
    }

    private byte[] head(boolean post) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(post ? 0x83 : 0x82);
        head.write(0x86);
        String[] paths = {"/", "/a/inc", "/a/order", "/healthz", "/other?room=a", "/a/name?name=x", "/" + noise.token()
        };
        literal(head, 4, paths[random.nextInt(paths.length)]);
        literal(head, 1, random.nextInt(8) == 0 ? noise.token() : "localhost");
        String[] names = {"x" + noise.token(), "content-length", "host", "te", "connection", ":path", "cookie"};
        for (int more = random.nextInt(3); more > 0; more--) {
            head.write(0);
            plain(head, names[random.nextInt(names.length)]);
            plain(head, noise.token());
        }
        head.write(0);
        plain(head, "sec-fetch-site");
        plain(head, "same-origin");
        return head.toByteArray();
    }

    /** A head in pieces, some of them empty, now and then without the last one or with something else in between. */
    private void requestInPieces() {
        byte[] head = head(false);
        int end = random.nextInt(4);
        for (int from = 0, i = 0; from < head.length; i++) {
            int to = random.nextInt(4) == 0 ? from : Math.min(head.length, from + 1 + random.nextInt(40));
            int flags = to == head.length && end > 0 ? END_HEADERS : 0;
            frame(i == 0 ? HEADERS : CONTINUATION, flags | (i == 0 ? END_STREAM : 0), stream, slice(head, from, to));
            if (random.nextInt(30) == 0) {
                any();
            }
            from = to;
        }
        stream += 2;
    }

    private void upload() {
        frame(HEADERS, END_HEADERS, stream, head(true));
        for (int frames = random.nextInt(20); frames > 0; frames--) {
            byte[] data = noise.of("{\"title\":\"t\"}".getBytes(StandardCharsets.US_ASCII));
            int padding = random.nextInt(20);
            // The first byte says how much padding there is; sometimes there is less.
            byte[] padded = new byte[1 + data.length + (random.nextInt(10) == 0 ? 0 : padding)];
            padded[0] = (byte) padding;
            System.arraycopy(data, 0, padded, 1, data.length);
            boolean plain = random.nextBoolean();
            frame(DATA, plain ? 0 : PADDED, stream, plain ? data : padded);
        }
        if (random.nextBoolean()) {
            frame(DATA, END_STREAM, stream, new byte[0]);
        } else {
            ByteArrayOutputStream trailers = new ByteArrayOutputStream();
            trailers.write(0);
            plain(trailers, random.nextBoolean() ? "x-trailer" : "content-length");
            plain(trailers, noise.token());
            frame(HEADERS, END_HEADERS | random.nextInt(2), stream, trailers.toByteArray());
        }
        stream += 2;
    }

    /** The same frame again and again, more often than a connection may in the longest floods. */
    private void flood() {
        int type = random.nextInt(MOST_TYPES);
        int flags = random.nextBoolean() ? 0 : random.nextInt(256);
        int id = random.nextInt(stream + 2);
        int[] lengths = {5, 0, 5, 4, 0, 6, 8, 8, 4, 0};
        byte[] payload = new byte[type < lengths.length ? lengths[type] : random.nextInt(10)];
        for (int frames = random.nextInt(random.nextInt(8) == 0 ? 1_000 : 50); frames > 0; frames--) {
            frame(type, flags, id, payload);
        }
    }

    private void brokenHead() {
        frame(HEADERS, END_HEADERS | random.nextInt(2), stream, noise.of(head(random.nextBoolean())));
        stream += 2;
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private void any() {
        byte[] payload = new byte[random.nextInt(4) == 0 ? random.nextInt(100) : random.nextInt(4) * 4];
        random.nextBytes(payload);
        int id = random.nextInt(3) == 0 ? random.nextInt() : random.nextInt(stream + 2);
        frame(random.nextInt(MOST_TYPES), random.nextInt(256), id, payload);
    }

    private void frame(int type, int flags, int id, byte[] payload) {
        int length = random.nextInt(40) == 0 ? random.nextInt(1 << 24) : payload.length;
        ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
        frame.putShort((short) (length >> 8)).put((byte) length);
        frame.put((byte) type).put((byte) flags).putInt(id).put(payload);
        out.writeBytes(frame.array());
    }

    private static void literal(ByteArrayOutputStream head, int name, String value) {
        head.write(name);
        plain(head, value);
    }

    // No token is longer than a length of 7 bits can say.
    private static void plain(ByteArrayOutputStream head, String value) {
        head.write(value.length());
        head.writeBytes(value.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Whether an answer has headers whose status is 500 (RFC 7541, appendix A: field 14). */
    static boolean hasServerError(byte[] answer) {
        ByteBuffer frames = ByteBuffer.wrap(answer);
        while (frames.remaining() > 9) {
            int length = (frames.get() & 0xff) << 16 | (frames.get() & 0xff) << 8 | frames.get() & 0xff;
            int type = frames.get();
            frames.position(frames.position() + 5);
            if (type == HEADERS && frames.hasRemaining() && frames.get(frames.position()) == (byte) 0x8e) {
                return true;
            }
            frames.position(Math.min(frames.limit(), frames.position() + length));
        }
        return false;
    }
}
