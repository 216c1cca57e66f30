package dev.lodestar.examples.life;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** The game in a Java virtual machine of its own, so that it can be killed. */
final class LifeProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private LifeProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Launches it at a port and waits until it serves. */
    static LifeProcess serve(int port) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        LifeProcess launched = new LifeProcess(
                new ProcessBuilder(java.toString(), "-cp", path, Main.class.getName(), "--port", Integer.toString(port))
                        .redirectErrorStream(true)
                        .start());
        launched.awaitLine("Lodestar serves");
        return launched;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The processor time that it has taken so far. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    private void awaitLine(String beginning) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(beginning)) {
                return;
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError("The process ended without a line that begins with " + beginning + ":\n" + seen);
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
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
