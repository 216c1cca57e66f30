package dev.lodestar.bench.stream;

import dev.lodestar.bench.stream.server.ServerMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running server. Confined to one thread. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader printed;
    private final Writer commands;
    private final InetSocketAddress address;

    private ServerProcess(Process process) throws IOException {
        this.process = process;
        this.printed = process.inputReader();
        this.commands = process.outputWriter();
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(answer("port ")));
    }

    /**
     * The last update of a server.
     *
     * @param sequence its number
     * @param published when it was made
     */
    record LastUpdate(long sequence, long published) {}

    /**
     * Starts a server.
     *
     * @param jvm options for its JVM
     * @param rows the number of rows in its page
     */
    static ServerProcess start(Contender contender, List<String> jvm, int rows) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ServerMain.class.getName()));
        command.addAll(List.of(contender.server(), contender.gzip() ? "gzip" : "plain", Integer.toString(rows)));
        Path log = Path.of("bench", "target", "streams-" + contender + ".log");
        return new ServerProcess(
                new ProcessBuilder(command).redirectError(log.toFile()).start());
    }

    InetSocketAddress address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    /** Starts updating the page at a rate per second. */
    void begin(int rate) throws IOException {
        command("start " + rate);
    }

    /** Stops updating. */
    LastUpdate stop() throws IOException {
        command("stop");
        String[] last = answer("last ").split(" ");
        return new LastUpdate(Long.parseLong(last[0]), Long.parseLong(last[1]));
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void command(String line) throws IOException {
        commands.write(line + "\n");
        commands.flush();
    }

    private String answer(String prefix) throws IOException {
        for (String line = printed.readLine(); line != null; line = printed.readLine()) {
            if (line.startsWith(prefix)) {
                return line.substring(prefix.length());
            }
        }
        throw new IOException("The server exited; its log is in bench/target.");
    }
}
