package dev.lodestar.examples.todo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The todo example in a Java virtual machine of its own, so that it can be killed. */
final class TodoProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private TodoProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Launches it, with the standard error stream joined to the standard output stream. */
    static TodoProcess launch(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new TodoProcess(builder.start());
    }

    /** Launches it at a port, with the todos of a file, and waits until it serves. */
    static TodoProcess serve(int port, Path store) throws IOException {
        TodoProcess launched = launch(Map.of("TODO_STORE", store.toString()), "--port", Integer.toString(port));
        launched.awaitLine("Lodestar serves");
        return launched;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Reads up to the first line that begins so. */
    String awaitLine(String beginning) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError("The process ended without a line that begins with " + beginning + ":\n" + seen);
    }

    /** Everything that is printed from here to the end of the process. */
    String rest() {
        return output.lines().reduce("", (all, line) -> all + line + "\n");
    }

    /** Ends it as {@code kill} does. */
    void terminate() {
        process.toHandle().destroy(); // Process.destroy would close our end of its output, too
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        exitStatus(10);
    }

    /** Waits for its end. */
    int exitStatus(int seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                throw new AssertionError("The process still runs after " + seconds + " s.");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            output.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
