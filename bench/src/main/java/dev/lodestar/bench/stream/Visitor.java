package dev.lodestar.bench.stream;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** A visitor who requests a page again and again over one connection. For one thread. */
final class Visitor implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");
    private static final long PAUSE_MILLIS = 3;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final byte[] REQUEST =
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket = new Socket();
    private final InputStream in;

    Visitor(InetSocketAddress server) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(server);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends requests for a time. Returns the duration of each, in nanoseconds, in ascending order. */
    long[] visit(long nanos) throws IOException, InterruptedException {
        LongStream.Builder waits = LongStream.builder();
        long end = System.nanoTime() + nanos;
        for (long asked = System.nanoTime(); asked < end; asked = System.nanoTime()) {
            socket.getOutputStream().write(REQUEST);
            readAnswer();
            waits.add(System.nanoTime() - asked);
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return waits.build().sorted().toArray();
    }

    private void readAnswer() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The server closed the visitor's connection.");
            }
            head.append((char) next);
        }
        Matcher length = LENGTH.matcher(head);
        if (head.indexOf("HTTP/1.1 200 ") != 0 || !length.find()) {
            throw new IOException("The visitor got the response " + head);
        }
        in.skipNBytes(Long.parseLong(length.group(1)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
