package dev.lodestar.runtime.connection.http2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A connection that speaks just enough HTTP/2 (RFC 9113) to open streams, stall and reset them, and misbehave. */
public final class Http2Socket implements AutoCloseable {
    public static final int DATA = 0;
    public static final int HEADERS = 1;
    public static final int PRIORITY = 2;
    public static final int RST_STREAM = 3;
    public static final int SETTINGS = 4;
    public static final int PING = 6;
    private static final int GOAWAY = 7;
    public static final int WINDOW_UPDATE = 8;
    public static final int CONTINUATION = 9;
    public static final int END_STREAM = 1;
    public static final int END_HEADERS = 4;
    private static final int ACK = 1;
    private static final int MOST_OF_A_FRAME = 16_384;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final Map<Integer, ByteArrayOutputStream> taken = new HashMap<>();
    private final Set<Integer> stalled = new HashSet<>();
    private final Set<Integer> reset = new HashSet<>();
    private final Set<Integer> ended = new HashSet<>();
    private final Map<Integer, Integer> settings = new HashMap<>();
    private int last = -1;
    private int goAway = -1;

    public Http2Socket(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        frame(SETTINGS, 0, 0);
    }

    /** Sends a POST without a body and returns the number of its stream. */
    public int post(String path) throws IOException {
        return post(path, "localhost");
    }

    /** @param authority the host of the request, or empty to name none */
    public int post(String path, String authority) throws IOException {
        return post(path, authority, "");
    }

    /** Also sends a header {@code X-Filler}. */
    public int post(String path, String authority, String filler) throws IOException {
        return open(END_STREAM, path, authority, "x-filler", filler);
    }

    /** Begins a POST with a body of a given length, and sends a part of it at once. */
    public int postBeginning(String path, int length, byte[] body) throws IOException {
        int stream = open(0, path, "localhost", "content-length", String.valueOf(length));
        for (int sent = 0; sent < body.length; sent += MOST_OF_A_FRAME) {
            frame(DATA, 0, stream, Arrays.copyOfRange(body, sent, Math.min(body.length, sent + MOST_OF_A_FRAME)));
        }
        return stream;
    }

    /** Also sends a header {@code Cookie}. */
    public int postWithCookie(String path, String cookie) throws IOException {
        return open(END_STREAM, path, "localhost", "cookie", cookie);
    }

    private int open(int flags, String path, String authority, String name, String value) throws IOException {
        HeaderBlock head =
                new HeaderBlock().add(":method", "POST").add(":scheme", "http").add(":path", path);
        if (!authority.isEmpty()) {
            head.add(":authority", authority);
        }
        return open(flags, head.add("sec-fetch-site", "same-origin").add(name, value));
    }

    /** Sends the head of a request and returns the number of its stream. */
    public int open(int flags, HeaderBlock head) throws IOException {
        last += 2;
        taken.put(last, new ByteArrayOutputStream());
        frame(HEADERS, END_HEADERS | flags, last, head.bytes());
        return last;
    }

    /** Sends a request without a body, its head split into frames; returns the number of its stream. */
    public int open(byte[] head, int frames) throws IOException {
        last += 2;
        taken.put(last, new ByteArrayOutputStream());
        for (int i = 0; i < frames; i++) {
            byte[] part = Arrays.copyOfRange(head, i * head.length / frames, (i + 1) * head.length / frames);
            int flags = (i == 0 ? END_STREAM : 0) | (i == frames - 1 ? END_HEADERS : 0);
            frame(i == 0 ? HEADERS : CONTINUATION, flags, last, part);
        }
        return last;
    }

    /** Opens the window of a stream no further. */
    public void stall(int stream) {
        stalled.add(stream);
    }

    public void reset(int stream) throws IOException {
        frame(RST_STREAM, 0, stream, number(8));
    }

    /** Reads until a stream has received a text. */
    public void await(int stream, String text) throws IOException {
        while (!taken.get(stream).toString(StandardCharsets.UTF_8).contains(text)) {
            readFrame();
        }
    }

    public void awaitReset(int stream) throws IOException {
        while (!reset.contains(stream)) {
            readFrame();
        }
    }

    public void awaitEnd(int stream) throws IOException {
        while (!ended.contains(stream)) {
            readFrame();
        }
    }

    /** Sends the same frame many times at once. */
    public void frames(int number, int type, int flags, int stream, byte... payload) throws IOException {
        byte[] frame = bytes(type, flags, stream, payload);
        ByteBuffer frames = ByteBuffer.allocate(number * frame.length);
        for (int i = 0; i < number; i++) {
            frames.put(frame);
        }
        out.write(frames.array());
    }

    /** Sends bytes that need not be a complete frame. */
    public void send(byte... bytes) throws IOException {
        out.write(bytes);
    }

    /** Reads until the server has sent a setting, and returns its value. */
    public int awaitSetting(int number) throws IOException {
        while (!settings.containsKey(number)) {
            readFrame();
        }
        return settings.get(number);
    }

    /** Reads until the server sends GOAWAY, and returns its error code. */
    public int awaitGoAway() throws IOException {
        while (goAway < 0) {
            readFrame();
        }
        return goAway;
    }

    /**
     * Reads until the server closes the connection with an error code. The code may be lost: the system drops what the
     * server sent last if the client goes on sending.
     */
    public void awaitCutOff(int code) throws IOException {
        try {
            assertEquals(code, awaitGoAway());
        } catch (SocketException e) {
            // The code was lost.
        }
    }

    private void readFrame() throws IOException {
        int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        byte[] payload = in.readNBytes(length);
        if (type == SETTINGS && flags != ACK) {
            ByteBuffer each = ByteBuffer.wrap(payload);
            while (each.hasRemaining()) {
                settings.put((int) each.getShort(), each.getInt());
            }
            reply(SETTINGS, ACK, 0);
        } else if (type == GOAWAY) {
            goAway = ByteBuffer.wrap(payload).getInt(4);
        } else if (type == RST_STREAM) {
            reset.add(stream);
        } else if (type == DATA) {
            taken.computeIfAbsent(stream, any -> new ByteArrayOutputStream()).writeBytes(payload);
            giveRoom(stream, length);
            if ((flags & END_STREAM) != 0) {
                ended.add(stream);
            }
        }
    }

    private void giveRoom(int stream, int bytes) throws IOException {
        if (bytes > 0) {
            reply(WINDOW_UPDATE, 0, 0, number(bytes));
            if (!stalled.contains(stream)) {
                reply(WINDOW_UPDATE, 0, stream, number(bytes));
            }
        }
    }

    /** Sends a frame that may be lost: the server may have closed, and its last frames are still to be read. */
    private void reply(int type, int flags, int stream, byte... payload) {
        try {
            frame(type, flags, stream, payload);
        } catch (IOException e) {
            // The next frame that is read, or the end of file, shows why.
        }
    }

    public void frame(int type, int flags, int stream, byte... payload) throws IOException {
        out.write(bytes(type, flags, stream, payload));
    }

    public static byte[] bytes(int type, int flags, int stream, byte... payload) {
        ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
        frame.putShort((short) (payload.length >> 8)).put((byte) payload.length);
        frame.put((byte) type).put((byte) flags).putInt(stream).put(payload);
        return frame.array();
    }

    public static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
