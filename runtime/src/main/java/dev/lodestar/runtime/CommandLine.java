package dev.lodestar.runtime;

import dev.lodestar.Config;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Reads what the command line and the environment say about the configuration; an option beats a variable. */
final class CommandLine {
    static final String HELP = """
            Options:
              --port N      the TCP port to listen on, 0 to 65535; 0 takes a free one (variable PORT)
              --host NAME   the interface to listen on; 0.0.0.0 for all (variable HOST)
              --metrics     show the metrics at /metrics, to whoever reaches the server
              --access-log  log a line for each request
              --help        show this
            """;

    private CommandLine() {}

    /** What is wrong with an option or a variable, in one sentence. */
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
     * @param defaults what they do not say
     * @throws Mistake if an option is unknown or a value is none
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
        Iterator<String> words = List.of(args).iterator();
        while (words.hasNext()) {
            config = option(config, words.next(), words);
        }
        return config;
    }

    /**
     * Reads an option.
     *
     * @param words what follows its name
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
            case "--metrics" -> config.withMetrics(true);
            case "--access-log" -> config.withAccessLog(true);
            default ->
                throw new Mistake("There is no option " + name
                        + "; there are --port, --host, --metrics, --access-log and --help.");
        };
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
            // The sentence below says all there is to say.
        }
        throw new Mistake(what + " needs a port from 0 to 65535, not \"" + value + "\".");
    }
}
