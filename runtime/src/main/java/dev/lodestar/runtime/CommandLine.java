package dev.lodestar.runtime;

import dev.lodestar.Config;
import dev.lodestar.Tls;
import dev.lodestar.runtime.proxy.Network;
import dev.lodestar.runtime.tls.DevelopmentCertificate;
import dev.lodestar.runtime.tls.TlsException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the configuration from the command line and the environment; an option overrides a variable. */
final class CommandLine {
    static final String HELP = """
            Options:
              --port N      the TCP port to listen on, 0 to 65535; 0 chooses a free one (variable PORT)
              --host NAME   the interface to listen on; 0.0.0.0 for all (variable HOST)
              --allow-host NAME
                            a name by which browsers may call the server, such as shop.example; may be repeated, and
                            '*' stands for any (variable ALLOWED_HOSTS, with commas between them)
              --dev         for development: any address of this machine is allowed, and the browser shows why something
                            failed
              --tls-cert FILE, --tls-key FILE
                            serve https with this certificate and its key, PEM files or one for both
              --tls-self-signed
                            serve https with a certificate for localhost, with --dev
              --proxy ADDRESS[/BITS]
                            trust what the proxies there say about a request; may be repeated
              --limit NAME=VALUE
                            change a limit, such as bodyBytes=2000000 or idleTime=30s; may be repeated
              --drain TIME  after SIGTERM, keep serving for a while such as 10s, with 503 at /healthz
              --metrics     show metrics at /metrics, to anyone who can reach the server
              --access-log  log a line for each request
              --help        show this help
            """;

    private static final String SELF_SIGNED = "--tls-self-signed";

    private CommandLine() {}

    /** A mistake in an option or a variable, in one sentence. */
    static final class Mistake extends RuntimeException {
        private static final long serialVersionUID = 1;

        Mistake(String message) {
            super(message);
        }
    }

    static boolean asksForHelp(String[] args) {
        return List.of(args).contains("--help");
    }

    /**
     * Reads the options and variables.
     *
     * @param defaults the values of whatever is not given
     * @throws Mistake if an option is unknown or has an invalid value
     */
    static Config read(String[] args, Map<String, String> environment, Config defaults) {
        Config config = defaults;
        String port = environment.getOrDefault("PORT", "");
        if (!port.isEmpty()) {
            config = config.withPort(port("The variable PORT", port));
        }
        String host = environment.getOrDefault("HOST", "");
        if (!host.isBlank()) {
            config = config.withHost(host);
        }
        for (String name : environment.getOrDefault("ALLOWED_HOSTS", "").split(",")) {
            if (!name.isBlank()) {
                config = allowing(config, "The variable ALLOWED_HOSTS", name.strip());
            }
        }
        Iterator<String> words = List.of(args).iterator();
        while (words.hasNext()) {
            config = option(config, words.next(), words);
        }
        return List.of(args).contains(SELF_SIGNED) ? selfSigned(config) : config;
    }

    /**
     * Reads one option.
     *
     * @param words the arguments that follow its name
     */
    private static Config option(Config config, String name, Iterator<String> words) {
        return switch (name) {
            case "--port" -> config.withPort(port("The option --port", value(words)));
            case "--host" -> {
                String value = value(words);
                if (value.isBlank()) {
                    throw new Mistake(
                            "The option --host needs the name of an interface, such as 127.0.0.1 or 0.0.0.0.");
                }
                yield config.withHost(value);
            }
            case "--allow-host" -> allowing(config, "The option --allow-host", value(words));
            case "--dev" -> config.withDevelopment(true);
            case "--limit" -> config.withLimits(LimitOption.apply(config.limits(), value(words)));
            case "--drain" -> config.withDrain(TimeText.read("The option --drain", value(words)));
            case "--metrics" -> config.withMetrics(true);
            case "--access-log" -> config.withAccessLog(true);
            case "--tls-cert" -> {
                Path file = file(name, words);
                yield config.withTls(new Tls(file, config.tls().map(Tls::key).orElse(file)));
            }
            case "--tls-key" -> {
                Path file = file(name, words);
                yield config.withTls(new Tls(config.tls().map(Tls::certificate).orElse(file), file));
            }
            case SELF_SIGNED -> config;
            case "--proxy" -> config.withProxies(with(config.proxies(), proxy(value(words))));
            default -> throw new Mistake("Unknown option " + name + "; --help lists the options.");
        };
    }

    private static Config allowing(Config config, String what, String name) {
        try {
            return config.withAllowedHosts(with(config.allowedHosts(), name));
        } catch (IllegalArgumentException e) {
            throw new Mistake(what + ": " + e.getMessage());
        }
    }

    private static Path file(String name, Iterator<String> words) {
        String value = value(words);
        if (value.isBlank()) {
            throw new Mistake("The option " + name + " needs the path of a PEM file.");
        }
        return Path.of(value);
    }

    private static String proxy(String value) {
        try {
            Network.parse(value);
            return value;
        } catch (IllegalArgumentException e) {
            throw new Mistake(e.getMessage());
        }
    }

    private static Set<String> with(Set<String> values, String one) {
        Set<String> all = new HashSet<>(values);
        all.add(one);
        return all;
    }

    /** Kept with the developer's other caches, so that every start uses the same one. */
    private static Config selfSigned(Config config) {
        if (!config.development()) {
            throw new Mistake("The option --tls-self-signed is for development, with --dev; otherwise use --tls-cert"
                    + " and --tls-key.");
        }
        try {
            return config.withTls(
                    DevelopmentCertificate.in(Path.of(System.getProperty("user.home"), ".cache", "lodestar")));
        } catch (TlsException e) {
            throw new StartException(e.getMessage(), e);
        }
    }

    private static String value(Iterator<String> words) {
        return words.hasNext() ? words.next() : "";
    }

    private static int port(String what, String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // The sentence below says it all.
        }
        throw new Mistake(what + " needs a port from 0 to 65535, not \"" + value + "\".");
    }
}
