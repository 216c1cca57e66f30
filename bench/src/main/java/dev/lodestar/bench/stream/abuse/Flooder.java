package dev.lodestar.bench.stream.abuse;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Abuses HTTP/2 over several connections, each from its own thread, and reopens one whenever it is cut off. */
final class Flooder {
    private final Abuse abuse;
    private final InetSocketAddress victim;
    private final AtomicInteger opened = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    private Flooder(Abuse abuse, InetSocketAddress victim) {
        this.abuse = abuse;
        this.victim = victim;
        for (int i = 0; i < abuse.connections(); i++) {
            Thread thread = new Thread(this::run, "flooder");
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** A process with the same commands and arguments as {@link Abuser}. */
    public static void main(String[] args) throws Exception {
        Abuse abuse = Abuse.valueOf(args[0]);
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]));
        InetSocketAddress sink = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[2]));
        Flooder[] flooder = {null};
        Part.be(asked -> {
            switch (asked) {
                case "server" -> flooder[0] = new Flooder(abuse, server);
                case "elsewhere" -> flooder[0] = new Flooder(abuse, sink);
                case "end" -> {
                    return Integer.toString(flooder[0] == null ? 0 : flooder[0].stop());
                }
                default -> flooder[0] = null;
            }
            return "begun";
        });
    }

    private void run() {
        byte[] opening = abuse.request();
        byte[] frames = abuse.drop();
        while (!stopped) {
            try (Socket socket = new Socket()) {
                open.add(socket);
                flood(socket, opening, frames);
            } catch (IOException cutOff) {
                // As the server should.
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    // From another address than the guest's. Nothing is read: an attacker ignores the responses.
    private void flood(Socket socket, byte[] opening, byte[] frames) throws IOException, InterruptedException {
        try {
            socket.setTcpNoDelay(true);
            socket.setSoLinger(true, 0);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), 0));
            socket.connect(victim);
            opened.incrementAndGet();
            OutputStream out = Tls.over(socket, "h2").getOutputStream();
            out.write(opening);
            while (!stopped) {
                out.write(frames);
                Thread.sleep(abuse.pauseMillis());
            }
        } finally {
            open.remove(socket);
        }
    }

    /** Resets the open connections. Returns how many there were. */
    private int stop() throws IOException, InterruptedException {
        stopped = true;
        for (Socket socket : open) {
            socket.close();
        }
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join();
        }
        return opened.get();
    }
}
