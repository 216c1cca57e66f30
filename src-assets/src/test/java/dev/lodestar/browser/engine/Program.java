package dev.lodestar.browser.engine;

import dev.lodestar.process.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that runs while this object is open, in a home folder of its own, which is then deleted. The program ends
 * with this process at the latest.
 */
final class Program implements AutoCloseable {
    private static final int END_SECONDS = 5;

    private final Path home;
    private final Process process;
    private final Output output;
    private final Thread atExit = new Thread(this::end);

    private Program(Path home, Process process) {
        this.home = home;
        this.process = process;
        this.output = new Output(process.getInputStream());
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Creates a home folder, to fill before the program starts. */
    static Path newHome() {
        try {
            return Files.createTempDirectory("lodestar-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a program with additional environment variables. */
    static Program start(Path home, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(environment);
        try {
            return new Program(home, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a line with this beginning, and returns the rest of it. */
    String awaitLine(String beginning) {
        return output.await(beginning).substring(beginning.length());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        end();
    }

    private void end() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            children.forEach(ProcessHandle::destroyForcibly);
            deleteHome();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A process that was told to end may still be writing there. */
    private void deleteHome() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS);
        while (!isDeleted() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    private boolean isDeleted() {
        try {
            List<Path> all = new ArrayList<>();
            try (Stream<Path> files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder()).forEach(all::add);
            }
            for (Path each : all) {
                Files.deleteIfExists(each);
            }
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }
}
