package dev.lodestar.bench.stream.abuse;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import javax.net.ssl.SSLServerSocket;

/** Where a flood over TLS goes for comparison: a process that accepts and discards everything. */
final class SecureSink {
    private SecureSink() {}

    /** Answers "port" with its port. */
    public static void main(String[] args) throws Exception {
        SSLServerSocket port = Tls.listen();
        daemon(() -> {
            while (true) {
                Socket accepted = port.accept();
                daemon(() -> drop(accepted));
            }
        });
        Part.be(asked -> Integer.toString(port.getLocalPort()));
    }

    private interface Work {
        void done() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.done();
            } catch (IOException e) {
                // The client has gone.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void drop(Socket accepted) throws IOException {
        try (Socket socket = accepted) {
            byte[] dropped = new byte[1 << 16];
            InputStream in = socket.getInputStream();
            while (in.read(dropped) >= 0) {
                // Discarded.
            }
        }
    }
}
