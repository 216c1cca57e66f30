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
 * An application in a separate Java virtual machine, so that it can be killed. It is killed at the latest when this
 * object is closed. Its standard error goes to its standard output.
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
     * Launches an application without waiting for it.
     *
     * @param main the class with its main method
     * @param environment additional variables; those of this process apply as well, except {@code PORT} and
     *     {@code HOST}
     * @param arguments the command line
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

    /** Launches an application on a free port and waits until it serves. */
    public static ServerProcess serve(Class<?> main, Map<String, String> environment) throws IOException {
        return serve(main, environment, 0);
    }

    private static ServerProcess serve(Class<?> main, Map<String, String> environment, int port) throws IOException {
        ServerProcess launched = launch(main, environment, "--port", Integer.toString(port));
        String line = launched.awaitLine(SERVES);
        launched.uri = URI.create(line.substring(SERVES.length(), line.indexOf(' ', SERVES.length())));
        return launched;
    }

    /** Launches the same application again at the same address, after this one has ended, and waits until it serves. */
    public ServerProcess serveAgain() throws IOException {
        return serve(main, environment, uri.getPort());
    }

    /** The root URL; not for processes that were only launched. */
    public URI uri() {
        return uri;
    }

    /** Reads up to the first line with this beginning. */
    public String awaitLine(String beginning) {
        return output.await(beginning);
    }

    /** Everything that is printed from here until the process ends. */
    public String rest() {
        return output.rest();
    }

    /** The CPU time that it has used so far. */
    public Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /** Ends it like {@code kill}. */
    public void terminate() {
        process.toHandle().destroy(); // Process.destroy would also close our end of its output.
    }

    /** Ends it like {@code kill -9}, and waits for its end. */
    public void kill() {
        process.toHandle().destroyForcibly();
        exitStatus(10);
    }

    /** Waits for its end, and returns its exit status. */
    public int exitStatus(int seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                throw new AssertionError("The process is still running after " + seconds + " s.");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
        System.out.print(rest()); // It may explain why a test failed.
    }
}
