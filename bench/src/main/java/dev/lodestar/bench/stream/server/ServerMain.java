package dev.lodestar.bench.stream.server;

import dev.lodestar.bench.stream.quotes.QuotesPage;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A server as a process. It prints {@code port 40123} and then follows its standard input: {@code start 50} starts
 * making 50 updates per second; {@code stop} stops that, and prints {@code last} with the number of the last update and
 * when it was published. It ends when the input does.
 */
public final class ServerMain {
    private ServerMain() {}

    /**
     * @param args the server's name, {@code plain} or {@code gzip}, and the number of rows in the page
     */
    public static void main(String[] args) throws Exception {
        StreamServer server = server(args[0], args[1].equals("gzip"));
        UpdateClock clock = new UpdateClock(Integer.parseInt(args[2]), server::publish);
        System.out.println("port " + server.start());
        try (BufferedReader commands =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                if (line.startsWith("start ")) {
                    clock.start(Integer.parseInt(line.substring("start ".length())));
                } else {
                    QuotesPage last = clock.stop();
                    System.out.println("last " + last.sequence() + " " + last.published());
                }
            }
        }
        // The servers' threads would keep the process alive.
        System.exit(0);
    }

    private static StreamServer server(String name, boolean gzip) throws Exception {
        return switch (name) {
            case "lodestar", "lodestar-closed" -> new LodestarServer();
            case "nio" -> new NioServer(gzip ? GzipPeer::new : PlainPeer::new);
            case "undertow" -> new UndertowServer(gzip);
            case "javalin" -> new JavalinServer(gzip);
            default -> throw new IllegalArgumentException("Unknown server " + name + ".");
        };
    }
}
