package dev.lodestar.runtime;

import dev.lodestar.Config;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.Function;

/** The way from the command line to a server that closes with the process. */
final class Launch {
    /** Not a status: the server serves, and the process goes on. */
    static final int SERVING = -1;

    private Launch() {}

    static int run(
            String[] args,
            Map<String, String> environment,
            Config defaults,
            Function<Config, Server> start,
            PrintStream out,
            PrintStream err) {
        if (CommandLine.asksForHelp(args)) {
            out.print(CommandLine.HELP);
            return 0;
        }
        try {
            Server server = start.apply(CommandLine.read(args, environment, defaults));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "lodestar-close"));
            return SERVING;
        } catch (CommandLine.Mistake e) {
            err.println(e.getMessage());
            return 2;
        } catch (StartException e) {
            err.println(e.getMessage());
            return 1;
        }
    }
}
