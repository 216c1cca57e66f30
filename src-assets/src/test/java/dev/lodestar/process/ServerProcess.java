package dev.lodestar.process;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An application in a Java virtual machine of its own, so that it can be killed. It is killed at the latest when this is
 * closed. Its standard error stream is joined to its standard output stream.
 */
public final class ServerProcess implements AutoCloseable {
    private static final String SERVES = "Lodestar serves ";

    private final Class<?> main;
    private final Map<String, String> environment;
    private final Process process;
    private final Output output;
    private URI uri = URI.create("");

    private ServerProcess(Class<?> main, Map<String, String> environment, Process process) {
        this.main = main;
        this.environment = environment;
        this.process = process;
        this.output = new Output(process.getInputStream());
    }

    /**
     * Launches an application and waits for nothing.
     *
     * @param main has its main method
     * @param environment variables beside those of this process, of which it gets neither {@code PORT} nor {@code HOST}
     * @param arguments of its command line
     */
    public static ServerProcess launch(Class<?> main, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("PORT", "HOST"));
        builder.environment().putAll(environment);
        return new ServerProcess(main, environment, builder.start());
    }

    /** Launches an application at any free port and waits until it serves. */
    public static ServerProcess serve(Class<?> main, Map<String, String> environment) throws IOException {
        return serve(main, environment, 0);
    }

    private static ServerProcess serve(Class<?> main, Map<String, String> environment, int port) throws IOException {
        ServerProcess launched = launch(main, environment, "--port", Integer.toString(port));
        String line = launched.awaitLine(SERVES);
        launched.uri = URI.create(line.substring(SERVES.length(), line.indexOf(' ', SERVES.length())));
        return launched;
    }

    /** Launches the same application at the same address, after this one has ended, and waits until it serves. */
    public ServerProcess serveAgain() throws IOException {
        return serve(main, environment, uri.getPort());
    }

    /** The address of the root, of a process that was not only launched. */
    public URI uri() {
        return uri;
    }

    /** Reads up to the first line that begins so. */
    public String awaitLine(String beginning) {
        return output.await(beginning);
    }

    /** Everything that is printed from here to the end of the process. */
    public String rest() {
        return output.rest();
    }

    /** The processor time that it has taken so far. */
    public Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /** Ends it as {@code kill} does. */
    public void terminate() {
        process.toHandle().destroy(); // Process.destroy would close our end of its output, too.
    }

    /** Ends it as {@code kill -9} does, and waits for that. */
    public void kill() {
        process.toHandle().destroyForcibly();
        exitStatus(10);
    }

    /** Waits for its end. */
    public int exitStatus(int seconds) {
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
        kill();
        System.out.print(rest()); // It may tell why a test failed.
    }
}
