package dev.lodestar.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A network between browser and server that loses answers: the request arrives, then the connection breaks. */
final class LosingProxy implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger arrived = new AtomicInteger();
    private final int serverPort;
    private final String request;
    private final int losses;

    /**
     * @param request the beginning of the requests whose answers are lost
     * @param losses how many answers are lost before one arrives
     */
    LosingProxy(int serverPort, String request, int losses) throws IOException {
        this.serverPort = serverPort;
        this.request = request;
        this.losses = losses;
        start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** How many such requests have arrived. */
    int arrived() {
        return arrived.get();
    }

    private void accept() throws IOException {
        while (true) {
            Socket browser = listening.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            start(() -> requests(browser, server));
        }
    }

    private void requests(Socket browser, Socket server) throws IOException {
        byte[] bytes = new byte[16 << 10];
        InputStream in = browser.getInputStream();
        boolean answered = false;
        for (int read = in.read(bytes); read > 0; read = in.read(bytes)) {
            server.getOutputStream().write(bytes, 0, read);
            boolean concerned = new String(bytes, 0, read, StandardCharsets.ISO_8859_1).startsWith(request);
            if (concerned && arrived.incrementAndGet() <= losses) {
                // The answer has arrived when its first byte has.
                if (answered || server.getInputStream().read() >= 0) {
                    break;
                }
            } else if (!answered) {
                answered = true;
                start(() -> server.getInputStream().transferTo(browser.getOutputStream()));
            }
        }
        server.close();
        browser.close();
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        // One end of the connection is gone, as intended.
                    }
                },
                "losing-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
