package dev.lodestar.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What comes back for bytes that no client library would send. */
public final class RawAnswer {
    private RawAnswer() {}

    /** Sends bytes and reads until the server closes; the request should say {@code Connection: close}. */
    public static String to(RunningSite site, String request) throws IOException {
        return to(site, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    public static String to(RunningSite site, byte[] request) throws IOException {
        try (Socket socket = site.socket()) {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return rest(socket.getInputStream());
        }
    }

    public static String rest(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        in.transferTo(answer);
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads the head of an answer, up to its empty line. */
    public static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
