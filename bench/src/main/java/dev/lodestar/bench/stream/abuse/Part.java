package dev.lodestar.bench.stream.abuse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that takes part in the measurement: it reads a line with a task and answers with a line. For one thread.
 */
final class Part implements AutoCloseable {
    /** Performs the task in a line. */
    @FunctionalInterface
    interface Duty {
        /** Returns the answer. */
        String done(String asked) throws Exception;
    }

    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;

    private Part(Process process) {
        this.process = process;
        this.answers = process.inputReader();
        this.questions = process.outputWriter();
    }

    /**
     * Starts a process.
     *
     * @param before the beginning of its command
     */
    static Part start(List<String> before, Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        return new Part(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Runs this process, until its input ends. */
    static void be(Duty duty) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(duty.done(line));
        }
    }

    /** Sends a task. */
    void ask(String line) throws IOException {
        questions.write(line + "\n");
        questions.flush();
    }

    /** Waits for the answer to the oldest task. */
    String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("A process exited early.");
        }
        return line;
    }

    /** Sends a task, and waits for the answer. */
    String answer(String line) throws IOException {
        ask(line);
        return answer();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
