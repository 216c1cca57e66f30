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

/** The benchmark's application as a process, whose page shows how often it was started: it keeps that in a store. */
public final class RestartedServer {
    private static final int ROWS = 10;

    private RestartedServer() {}

    /**
     * @param args the store's file, then the options of any application
     */
    public static void main(String[] args) throws Exception {
        Quotes.OF_THIS_PROCESS.show(QuotesPage.of(starts(Path.of(args[0])), System.nanoTime(), ROWS));
        Main.main(Arrays.copyOfRange(args, 1, args.length));
    }

    /**
     * Starts one and waits until it serves.
     *
     * @param jvm options of its JVM
     * @param options those of any application
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

    /** A port at which nobody listens, for one that is to be found there again. */
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
