package dev.lodestar.bench.stream.abuse;

import dev.lodestar.bench.stream.quotes.QuotesApp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Well-behaved visitors: they run an action and wait for the frame that shows its effect. For one thread. */
final class Guest {
    private static final Pattern SEQUENCE = Pattern.compile("id=\"sequence\">(\\d+)<");
    /** Twice the least time between two frames, so that a delayed guest is soon on time again. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(33);

    /** Enough that none runs more actions than a session may. */
    private static final int SESSIONS = 4;

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket stream;
    private final Socket actions;
    private final BufferedReader shown;

    private int turn;

    private Guest(InetSocketAddress server, boolean secure) throws IOException {
        stream = connect(server, secure);
        actions = connect(server, secure);
        post(stream, "/");
        shown = new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.US_ASCII));
        next();
    }

    private static Socket connect(InetSocketAddress server, boolean secure) throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(server);
        return secure ? Tls.over(socket, "http/1.1") : socket;
    }

    /**
     * A process that takes a number of milliseconds, and answers with the times of the round trips made in them, in
     * nanoseconds.
     *
     * @param args the server's port, and whether it uses TLS
     */
    public static void main(String[] args) throws Exception {
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
        Guest guest = new Guest(server, Boolean.parseBoolean(args[1]));
        Part.be(millis -> guest.measure(Long.parseLong(millis)));
    }

    private String measure(long millis) throws IOException, InterruptedException {
        StringBuilder times = new StringBuilder();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long due = System.nanoTime() + PAUSE_NANOS; due < end; due += PAUSE_NANOS) {
            long left = due - System.nanoTime();
            if (left > 0) {
                TimeUnit.NANOSECONDS.sleep(left);
            }
            // From when it was due, so that a time without any progress counts in full.
            post(actions, QuotesApp.NEXT);
            next();
            times.append(System.nanoTime() - due).append(' ');
            skipAnswer();
        }
        return times.toString();
    }

    private void post(Socket socket, String path) throws IOException {
        turn = (turn + 1) % SESSIONS;
        OutputStream out = socket.getOutputStream();
        out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n"
                        + "Cookie: lodestar=guestguestguestguest" + (10 + turn) + "\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private void next() throws IOException {
        for (String line = shown.readLine(); line != null; line = shown.readLine()) {
            Matcher sequence = SEQUENCE.matcher(line);
            if (sequence.find()) {
                return;
            }
        }
        throw new IOException("The stream ended.");
    }

    private void skipAnswer() throws IOException {
        InputStream in = actions.getInputStream();
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The connection for actions was closed.");
            }
            head.append((char) next);
        }
        if (!head.toString().startsWith("HTTP/1.1 204")) {
            throw new IOException("The action got the response " + head);
        }
    }
}
