package dev.lodestar.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Limits;
import dev.lodestar.Tls;
import dev.lodestar.store.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int launch(Map<String, String> environment, String... args) {
        return Launch.run(
                args,
                environment,
                Config.defaults(),
                config -> {
                    String metrics = config.metrics() ? " with metrics" : "";
                    String mode = config.development() ? " in development" : "";
                    String hosts =
                            config.allowedHosts().isEmpty() ? "" : " for " + new TreeSet<>(config.allowedHosts());
                    throw new StartException(
                            "started at " + config.host() + ":" + config.port() + metrics + mode + hosts, null);
                },
                new PrintStream(out),
                new PrintStream(err));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                            | ''     | ''      | 127.0.0.1:8080",
                "''                            | 9001   | 0.0.0.0 | 0.0.0.0:9001",
                "--port 9002                   | 9001   | 0.0.0.0 | 0.0.0.0:9002",
                "--host ::1 --port 0           | 9001   | 0.0.0.0 | ::1:0",
                "--port 9002 --port 9003       | ''     | ''      | 127.0.0.1:9003",
                "--metrics --port 9002         | ''     | ''      | 127.0.0.1:9002 with metrics"
            })
    void optionBeatsVariableBeatsDefault(String args, String port, String host, String address) {
        String[] words = args.isEmpty() ? new String[0] : args.split(" ");
        assertEquals(1, launch(Map.of("PORT", port, "HOST", host), words));
        assertEquals("started at " + address, err.toString().strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 1     | ''  | Unknown option --prot; --help lists the options.",
                "8080         | ''  | Unknown option 8080; --help lists the options.",
                "--port       | ''  | The option --port needs a port from 0 to 65535, not \"\".",
                "--port x     | ''  | The option --port needs a port from 0 to 65535, not \"x\".",
                "--port 65536 | ''  | The option --port needs a port from 0 to 65535, not \"65536\".",
                "--port -1    | ''  | The option --port needs a port from 0 to 65535, not \"-1\".",
                "--host       | ''  | The option --host needs the name of an interface, such as 127.0.0.1 or 0.0.0.0.",
                "--allow-host | ''  | The option --allow-host: An allowed host is a name or an address without a scheme"
                        + " or port, such as shop.example, or * for any, not \"\".",
                "--allow-host https://a.example | '' | The option --allow-host: An allowed host is a name or an address"
                        + " without a scheme or port, such as shop.example, or * for any, not \"https://a.example\".",
                "--tls-cert   | ''  | The option --tls-cert needs the path of a PEM file.",
                "--tls-self-signed | '' | The option --tls-self-signed is for development, with --dev;"
                        + " otherwise use --tls-cert and --tls-key.",
                "--proxy shop.example | '' | A proxy is an address or a range of addresses, such as 10.0.0.7 or 10.0.0.0/8, not \"shop.example\".",
                "--drain 5    | ''  | The option --drain needs a time such as 500ms, 30s, 5m, 2h or 14d, not \"5\".",
                "--limit      | ''  | The option --limit needs a name and a value, such as bodyBytes=2000000 or idleTime=30s, not \"\".",
                "--limit headers=0 | ''  | The limit headers must be at least 1, not 0.",
                "--limit headers=1s | ''  | The limit headers needs a whole number, not \"1s\".",
                "--limit idleTime=5 | ''  | The limit idleTime needs a time such as 500ms, 30s, 5m, 2h or 14d, not \"5\".",
                "--port 1     | x   | The variable PORT needs a port from 0 to 65535, not \"x\"."
            })
    void mistakeIsOneSentenceAndStatus2(String args, String port, String sentence) {
        assertEquals(2, launch(Map.of("PORT", port), args.split(" ")));
        assertEquals(sentence, err.toString().strip());
    }

    @ParameterizedTest
    @CsvSource({
        "--tls-cert a.pem, a.pem and a.pem",
        "--tls-cert a.pem --tls-key b.pem, a.pem and b.pem",
        "--tls-key b.pem --tls-cert a.pem, a.pem and b.pem"
    })
    void certificateAndKeyAreOneFileOrTwo(String args, String files) {
        Config config = CommandLine.read(args.split(" "), Map.of(), Config.defaults());
        assertEquals(
                files,
                config.tls().map(tls -> tls.certificate() + " and " + tls.key()).orElseThrow());
    }

    @Test
    void developersGetACertificateOfTheirOwn(@TempDir Path home) {
        String before = System.setProperty("user.home", home.toString());
        try {
            String[] args = {"--tls-self-signed", "--dev"};
            Tls tls = CommandLine.read(args, Map.of(), Config.defaults()).tls().orElseThrow();
            assertEquals(home.resolve(".cache/lodestar/localhost.pem"), tls.certificate());
            assertTrue(Files.exists(tls.key()));
        } finally {
            System.setProperty("user.home", before);
        }
    }

    @Test
    void accessLogIsOptional() {
        assertFalse(CommandLine.read(new String[0], Map.of(), Config.defaults()).accessLog());
        assertTrue(CommandLine.read(new String[] {"--access-log"}, Map.of(), Config.defaults())
                .accessLog());
    }

    @Test
    void proxiesAccumulate() {
        String[] args = {"--proxy", "10.0.0.0/8", "--proxy", "::1"};
        assertEquals(
                Set.of("10.0.0.0/8", "::1"),
                CommandLine.read(args, Map.of(), Config.defaults()).proxies());
    }

    @Test
    void hostsAreAllowedByOptionsAndByAVariable() {
        assertEquals(1, launch(Map.of("ALLOWED_HOSTS", "b.example, c.example,"), "--allow-host", "A.example", "--dev"));
        assertEquals(
                "started at 127.0.0.1:8080 in development for [a.example, b.example, c.example]",
                err.toString().strip());
        err.reset();
        assertEquals(2, launch(Map.of("ALLOWED_HOSTS", "a.example:80")));
        assertTrue(err.toString().startsWith("The variable ALLOWED_HOSTS: An allowed host is"), err.toString());
    }

    @Test
    void everyLimitCanBeSetByName() throws Exception {
        Limits defaults = Limits.defaults();
        for (RecordComponent limit : Limits.class.getRecordComponents()) {
            boolean time = limit.getType() == Duration.class;
            Limits changed = LimitOption.apply(defaults, limit.getName() + "=" + (time ? "7m" : "7"));
            assertEquals(
                    time ? Duration.ofMinutes(7) : (Object) 7,
                    limit.getAccessor().invoke(changed));
            for (RecordComponent other : Limits.class.getRecordComponents()) {
                Object before = other.getAccessor().invoke(defaults);
                assertTrue(other.getName().equals(limit.getName())
                        || before.equals(other.getAccessor().invoke(changed)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"bodyByte, bodyBytes", "body, bodyBytes", "HEADERS, headers", "steamsPerSession, streamsPerSession"})
    void unknownLimitOffersTheNearest(String written, String meant) {
        assertEquals(2, launch(Map.of(), "--limit", written + "=1"));
        String start = "Unknown limit " + written + ". Did you mean " + meant + "? The limits are actionBurst, ";
        assertTrue(err.toString().startsWith(start), err.toString());
    }

    @Test
    void helpNamesEveryOptionAndStartsNothing() {
        assertEquals(0, launch(Map.of(), "--port", "1", "--help"));
        assertTrue(out.toString().contains("--port N") && out.toString().contains("--host NAME"));
        assertEquals("", err.toString());
    }

    @Test
    void applicationThatCannotBeBuiltIsStatus1WithItsCause() {
        int status = Launch.run(
                new String[0],
                Map.of(),
                Config.defaults(),
                config -> {
                    throw new IOException("no such file");
                },
                new PrintStream(out),
                new PrintStream(err));

        assertEquals(1, status);
        assertTrue(err.toString().startsWith("The application could not be started:"), err.toString());
        assertTrue(err.toString().contains("java.io.IOException: no such file"), err.toString());
    }

    /** Like a generated one. */
    private static final class Main {
        static Server start(Config config) throws IOException {
            new Disk();
            return Server.create(config);
        }
    }

    private static final class Disk {
        Disk() throws IOException {
            throw new IOException("no disk");
        }
    }

    @Test
    void objectThatCannotBeCreatedIsNamed() {
        PrintStream errors = new PrintStream(err);
        assertEquals(
                1, Launch.run(new String[0], Map.of(), Config.defaults(), Main::start, new PrintStream(out), errors));
        assertTrue(
                err.toString()
                        .startsWith(
                                "The application could not be started: new " + Disk.class.getName() + "(...) failed."),
                err.toString());
    }

    @Test
    void storeThatCannotBeOpenedIsOneSentenceAndStatus1() {
        int status = Launch.run(
                new String[0],
                Map.of(),
                Config.defaults(),
                config -> {
                    throw new StoreException("The store is open in another process.", new IOException());
                },
                new PrintStream(out),
                new PrintStream(err));

        assertEquals(1, status);
        assertEquals("The store is open in another process.", err.toString().strip());
    }
}
