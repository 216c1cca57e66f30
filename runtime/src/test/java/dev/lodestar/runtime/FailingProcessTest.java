package dev.lodestar.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A process whose server cannot go on, or cannot be created. */
class FailingProcessTest {
    private static final Pattern ADDRESS = Pattern.compile("http://[0-9.:]+/");

    private record Ended(int status, String errors, long millis) {}

    private static Ended call(String action) throws Exception {
        Process process = ProcessTest.start(FailingMain.class, "--port", "0");
        try {
            String line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            Matcher address = ADDRESS.matcher(String.valueOf(line));
            assertTrue(address.find(), line);
            post(URI.create(address.group()), action);
            return ended(process);
        } finally {
            process.destroyForcibly();
        }
    }

    // The process may end before it answers.
    private static void post(URI uri, String action) throws IOException {
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream()
                    .write(("POST " + action + " HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n"
                                    + "Content-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(20_000);
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            // It is gone.
        }
    }

    private static Ended ended(Process process) throws Exception {
        long start = System.nanoTime();
        String errors = ProcessTest.errors(process);
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), errors);
        return new Ended(process.exitValue(), errors, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    private static void assertOneLine(String errors, String error) {
        assertEquals(
                1,
                errors.lines()
                        .filter(line -> line.startsWith("The server cannot go on and ends: " + error))
                        .count(),
                errors);
    }

    @Test
    void processThatRunsOutOfMemoryEndsInTimeWithAStatusAndOneLine() throws Exception {
        Ended ended = call("/a/fill");
        assertEquals(3, ended.status, ended.errors);
        assertOneLine(ended.errors, "java.lang.OutOfMemoryError");
        assertTrue(ended.millis < 15_000, ended.millis + " ms");
    }

    @Test
    void processThatHangsWhileEndingIsEndedAnyway() throws Exception {
        Ended ended = call("/a/hang");
        assertEquals(3, ended.status, ended.errors);
        assertOneLine(ended.errors, "java.lang.OutOfMemoryError: on purpose");
        assertTrue(ended.millis < 15_000, ended.millis + " ms");
    }

    @Test
    void errorInAConstructorClosesEarlierObjectsAndEndsTheProcess() throws Exception {
        Process process = ProcessTest.start(FailingMain.class, "--no-start");
        try {
            Ended ended = ended(process);
            assertEquals(1, ended.status, ended.errors);
            int second = ended.errors.indexOf("closed the second");
            int first = ended.errors.indexOf("closed the first");
            assertTrue(second >= 0 && first > second, ended.errors);
            assertTrue(
                    ended.errors.contains("The application could not be started")
                            && ended.errors.contains("java.lang.StackOverflowError: in a constructor"),
                    ended.errors);
        } finally {
            process.destroyForcibly();
        }
    }
}
