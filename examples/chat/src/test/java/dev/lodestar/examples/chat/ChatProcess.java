package dev.lodestar.examples.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The chat in a Java virtual machine of its own, with a store of its own, so that it can be killed. */
final class ChatProcess implements AutoCloseable {
    private final Process process;
    private final URI root;

    private ChatProcess(Process process, URI root) {
        this.process = process;
        this.root = root;
    }

    /** Launches it at any port, with its store in a folder, and waits until it serves. */
    static ChatProcess serve(Path folder) throws IOException {
        return serve(folder, freePort());
    }

    /** Launches it at a port, with its store in a folder, and waits until it serves. */
    static ChatProcess serve(Path folder, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "--port",
                        Integer.toString(port))
                .redirectErrorStream(true);
        builder.environment().put("CHAT_STORE", folder.resolve("chat.db").toString());
        Process process = builder.start();
        awaitStart(process);
        return new ChatProcess(process, URI.create("http://127.0.0.1:" + port + "/"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    // Whatever it says afterwards is passed on, or it would wait for a reader.
    private static void awaitStart(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("Lodestar serves")) {
                Thread reader = new Thread(() -> output.lines().forEach(System.out::println), "chat-output");
                reader.setDaemon(true);
                reader.start();
                return;
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError("The process ended before it served:\n" + seen);
    }

    int port() {
        return root.getPort();
    }

    /** The address of the rooms. */
    URI root() {
        return root;
    }

    /** The address of a room. */
    String room(String path) {
        return root.resolve(Views.CHAT).toString() + "?room=" + path;
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        try {
            if (!process.destroyForcibly().waitFor(10, TimeUnit.SECONDS)) {
                throw new AssertionError("The process still runs after 10 s.");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
