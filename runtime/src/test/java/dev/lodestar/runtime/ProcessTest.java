package dev.lodestar.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.lodestar.Tls;
import dev.lodestar.runtime.tls.Certificates;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process can show: its output, its exit status, and what it does when it is asked to end. */
class ProcessTest {
    private static final Pattern READY = Pattern.compile(
            "Lodestar serves (https?://127\\.0\\.0\\.1:\\d+/) with 1 view, 1 action, 0 assets, under script-src 'self', ready \\d+ ms after the JVM"
                    + " started\\.");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Process start(String... args) throws IOException {
        return start(SampleMain.class, args);
    }

    /** Starts an application with little memory. */
    static Process start(Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                String.join(
                        System.getProperty("path.separator"),
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path"),
                        Path.of("target", "classes").toString(),
                        Path.of("target", "test-classes").toString()),
                main.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("PORT");
        builder.environment().remove("HOST");
        return builder.start();
    }

    private static URI ready(Process process) throws IOException {
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        Matcher matcher = READY.matcher(String.valueOf(line));
        assertTrue(matcher.matches(), line);
        return URI.create(matcher.group(1));
    }

    static String errors(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private HttpRequest post(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.noBody())
                .build();
    }

    @Test
    void processThatIsAskedToEndFinishesItsActionsAndStreams() throws Exception {
        Process process = start("--port", "0");
        try {
            URI uri = ready(process);
            OpenStream stream = new OpenStream(client.send(post(uri), BodyHandlers.ofInputStream()));
            stream.await("count 0");
            CompletableFuture<HttpResponse<String>> slow =
                    client.sendAsync(post(uri.resolve("/a/slow")), BodyHandlers.ofString());
            // The action refreshes when it begins, and then takes its time.
            stream.await("count 1");
            process.destroy();
            assertTrue(stream.endsInOrder());
            assertEquals("finished", slow.get(5, TimeUnit.SECONDS).body());
            assertTrue(process.waitFor(5, TimeUnit.SECONDS));
            assertEquals(143, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void hangupSignalReadsTheCertificateAgainAndEndsNothing(@TempDir Path folder) throws Exception {
        Tls tls = Certificates.write(folder, "EC");
        Process process = start("--port", "0", "--tls-cert", "" + tls.certificate(), "--tls-key", "" + tls.key());
        try {
            assertEquals("https", ready(process).getScheme());
            assumeFalse(ignoresHangups(process), "the signal is ignored here, as nohup does");
            new ProcessBuilder("kill", "-HUP", "" + process.pid()).start().waitFor();
            BufferedReader log =
                    new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
            String line = log.readLine();
            while (!String.valueOf(line).contains("New connections get the certificate")) {
                assertTrue(line != null, "the log ended");
                line = log.readLine();
            }
            assertTrue(process.isAlive());
        } finally {
            process.destroyForcibly();
        }
    }

    /** SIGHUP is the lowest bit of the mask. */
    private static boolean ignoresHangups(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc", "" + process.pid(), "status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> line.matches(".*[13579bdf]"));
    }

    @Test
    void unusableCertificateIsOneSentenceAndStatus1() throws Exception {
        Process process = start("--port", "0", "--tls-cert", "none.pem");
        assertEquals(
                "The certificate file none.pem cannot be read: there is no such file.",
                errors(process).strip());
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        assertEquals(1, process.exitValue());
    }

    @Test
    void takenPortIsOneSentenceAndStatus1() throws Exception {
        Process first = start("--port", "0");
        try {
            int port = ready(first).getPort();
            Process second = start("--port", "" + port);
            String errors = errors(second);
            assertTrue(second.waitFor(10, TimeUnit.SECONDS));
            assertEquals(1, second.exitValue());
            assertTrue(errors.contains("The port " + port + " is in use: end the program that listens there"), errors);
            assertTrue(!errors.contains("\tat ") && !errors.contains("Exception"), errors);
        } finally {
            first.destroyForcibly();
        }
    }

    @Test
    void unknownOptionIsOneSentenceAndStatus2() throws Exception {
        Process process = start("--prot", "1");
        assertEquals(
                "Unknown option --prot; --help lists the options.",
                errors(process).strip());
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        assertEquals(2, process.exitValue());
    }
}
