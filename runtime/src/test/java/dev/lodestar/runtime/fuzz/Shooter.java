package dev.lodestar.runtime.fuzz;

import dev.lodestar.runtime.RunningSite;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends malformed requests one after the other, over a connection for as long as the server keeps it, and looks at the
 * answers.
 */
final class Shooter implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");

    /** An answer that says that a request is wrong, and not what is wrong with it. */
    private static final Pattern WORDLESS =
            Pattern.compile("(?i)HTTP/1\\.[01] 4\\d\\d [^\r\n]*\r\n(?:[^\r\n]+\r\n)*?content-length: 0\r\n");

    private static final byte[] FOLLOWING = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.ISO_8859_1);

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int MOST = 1 << 20;

    private final RunningSite plain;
    private final RunningSite secure;
    private final int number;
    private @Nullable Connection kept;
    private int connections;

    private record Connection(Socket socket, InputStream in) {}

    /**
     * @param plain speaks HTTP/1.1
     * @param secure speaks HTTP/2
     * @param number of the shooter, from 0 on
     */
    Shooter(RunningSite plain, RunningSite secure, int number) {
        this.plain = plain;
        this.secure = secure;
        this.number = number;
    }

    /** Sends one request; fails if the response is not an allowed one. */
    void shoot(Random random) throws IOException {
        try {
            switch (random.nextInt(100)) {
                case 0, 1 -> {
                    byte[] answer = once(secure.http2(unconnected()), new Frames(random).connection(), random);
                    if (Frames.hasServerError(answer)) {
                        throw new AssertionError("an answer of HTTP/2 has the status 500");
                    }
                }
                case 2, 3, 4 -> shootChunks(random);
                default -> {
                    if (random.nextInt(4) == 0) {
                        once(connect(), new Requests(random).broken(), random);
                    } else {
                        keep(new Requests(random).framed());
                    }
                }
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("neither answered nor closed within " + PATIENCE_MILLIS + " ms", e);
        }
    }

    /** The request that follows is answered if the chunks were well-formed, and never otherwise. */
    private void shootChunks(Random random) throws IOException {
        byte[] body = new Requests(random).body();
        boolean good = random.nextBoolean();
        ByteArrayOutputStream requests = new ByteArrayOutputStream();
        requests.writeBytes(good ? Chunks.wellFormed(random, body) : Chunks.malformed(random, body));
        requests.writeBytes(FOLLOWING);
        String answers = answers(requests.toByteArray(), random);
        boolean followed = answers.contains("HTTP/1.1 200 OK");
        boolean refused = answers.startsWith("HTTP/1.1 400") && answers.endsWith("chunks are not well-formed.");
        if (good ? !followed || refused : followed || !refused) {
            throw new AssertionError(
                    (good ? "good: " : "bad: ") + requests.toString(StandardCharsets.ISO_8859_1) + " got " + answers);
        }
    }

    private String answers(byte[] requests, Random random) throws IOException {
        try (Socket socket = connect()) {
            int cut = random.nextInt(requests.length + 1);
            socket.getOutputStream().write(requests, 0, cut);
            socket.getOutputStream().write(requests, cut, requests.length - cut);
            socket.shutdownOutput();
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            check(answers);
            return answers;
        }
    }

    private void keep(byte[] request) throws IOException {
        Connection connection = kept == null ? open() : kept;
        kept = null;
        try {
            connection.socket.getOutputStream().write(request);
            String head = head(connection.in);
            check(head);
            boolean whole = readBody(connection.in, head, request[0] == 'H');
            if (whole && !head.contains("\r\nConnection: close\r\n")) {
                kept = connection;
            }
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException closed) {
            // The server may hang up on what is no request.
        } finally {
            if (kept == null) {
                connection.socket.close();
            }
        }
    }

    private Connection open() throws IOException {
        Socket socket = connect();
        return new Connection(socket, new BufferedInputStream(socket.getInputStream()));
    }

    /** Reads a body of a known length. A response without a length is a stream or has no body. */
    private static boolean readBody(InputStream in, String head, boolean isHead) throws IOException {
        Matcher length = LENGTH.matcher(head);
        boolean none = isHead || head.startsWith("HTTP/1.1 204") || head.startsWith("HTTP/1.1 304");
        if (none || !length.find()) {
            return none;
        }
        int bytes = Integer.parseInt(length.group(1));
        byte[] body = in.readNBytes(bytes);
        check(new String(body, StandardCharsets.ISO_8859_1));
        return body.length == bytes;
    }

    private static byte[] once(Socket opened, byte[] request, Random random) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = opened) {
            OutputStream out = socket.getOutputStream();
            int cut = random.nextInt(request.length + 1);
            out.write(request, 0, cut);
            out.write(request, cut, request.length - cut);
            if (random.nextInt(5) == 0) {
                return request;
            }
            socket.shutdownOutput();
            byte[] buffer = new byte[16 << 10];
            InputStream in = socket.getInputStream();
            for (int read = in.read(buffer); read >= 0 && answer.size() < MOST; read = in.read(buffer)) {
                answer.write(buffer, 0, read);
            }
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException closed) {
            // As above.
        }
        check(answer.toString(StandardCharsets.ISO_8859_1));
        return answer.toByteArray();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void check(String answer) {
        if (answer.contains("HTTP/1.1 5") || answer.contains("\tat ") || answer.contains("Exception")) {
            throw new AssertionError(answer);
        }
        if (WORDLESS.matcher(answer).find()) {
            throw new AssertionError("no reason is given: " + answer);
        }
    }

    private Socket connect() throws IOException {
        return plain.connected(unconnected());
    }

    // From many addresses, since each has only so many ports, and waits when its connections are cut off; and with
    // nothing left behind in the system.
    private Socket unconnected() throws IOException {
        connections++;
        Socket socket = new Socket();
        socket.setSoLinger(true, 0);
        socket.setTcpNoDelay(true);
        byte[] from = {127, (byte) (1 + number), (byte) (connections / 200 % 200), (byte) (1 + connections % 200)};
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(from), 0));
        return socket;
    }

    @Override
    public void close() throws IOException {
        if (kept != null) {
            kept.socket.close();
        }
    }
}
