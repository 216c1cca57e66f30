package dev.lodestar.bench.stream.restart;

import dev.lodestar.bench.stream.quotes.Main;
import dev.lodestar.bench.stream.quotes.Quotes;
import dev.lodestar.bench.stream.quotes.QuotesPage;
import dev.lodestar.store.Store;
import dev.lodestar.store.mvstore.MvStores;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The benchmark's application as a process. Its page shows how often it was started, which it keeps in a store. */
public final class RestartedServer {
    private static final int ROWS = 10;

    private RestartedServer() {}

    /**
     * @param args the store's file, followed by the usual options of an application
     */
    public static void main(String[] args) throws Exception {
        Quotes.OF_THIS_PROCESS.show(QuotesPage.of(starts(Path.of(args[0])), System.nanoTime(), ROWS));
        Main.main(Arrays.copyOfRange(args, 1, args.length));
    }

    /**
     * Starts a process and waits until it serves.
     *
     * @param jvm options for its JVM
     * @param options the usual options of an application
     */
    public static Process start(List<String> jvm, Path store, int port, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), RestartedServer.class.getName()));
        command.addAll(List.of(store.toString(), "--port", Integer.toString(port)));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader printed = process.inputReader();
        String line = printed.readLine();
        while (line != null && !line.startsWith("Lodestar serves")) {
            line = printed.readLine();
        }
        if (line == null) {
            throw new IOException("The server did not start.");
        }
        return process;
    }

    /** A port on which nobody listens, for a server that must come back on it. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static long starts(Path file) throws Exception {
        try (Store store = MvStores.open(file)) {
            long starts = store.get("starts", Long.class).orElse(0L) + 1;
            store.set("starts", starts);
            return starts;
        }
    }
}
