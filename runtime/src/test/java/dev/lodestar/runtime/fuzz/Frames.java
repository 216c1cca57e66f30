package dev.lodestar.runtime.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Connections of HTTP/2: a preface, settings, and frames of all types in any order (RFC 9113). */
final class Frames {
    private static final int MOST_TYPES = 11;
    private static final int HEADERS = 1;

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
            if (random.nextBoolean()) {
                request();
            } else {
                any();
            }
        }
        byte[] bytes = out.toByteArray();
        return random.nextInt(3) == 0 ? noise.of(bytes) : bytes;
    }

    private void request() {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        boolean post = random.nextBoolean();
        head.write(post ? 0x83 : 0x82);
        head.write(0x86);
        String[] paths = {"/", "/a/inc", "/a/order", "/healthz", "/other?room=a", "/a/name?name=x", "/" + noise.token()
        };
        literal(head, 4, paths[random.nextInt(paths.length)]);
        literal(head, 1, random.nextInt(8) == 0 ? noise.token() : "localhost");
        if (random.nextInt(4) == 0) {
            head.write(0);
            plain(head, random.nextBoolean() ? "x" + noise.token() : "content-length");
            plain(head, noise.token());
        }
        head.write(0);
        plain(head, "sec-fetch-site");
        plain(head, "same-origin");
        boolean body = post && random.nextBoolean();
        frame(HEADERS, body ? 4 : 5, stream, head.toByteArray());
        if (body) {
            frame(0, random.nextInt(2), stream, noise.of("{\"title\":1}".getBytes(StandardCharsets.US_ASCII)));
        }
        stream += 2;
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
