package dev.lodestar.runtime;

import dev.lodestar.Config;
import dev.lodestar.store.StoreException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Takes a server from the command line to the end of its process. */
final class Launch {
    /** Not an exit status: the server is running, and the process goes on. */
    static final int SERVING = -1;

    /**
     * How long closing the application's objects may take, after the server's last requests, if the process cannot go
     * on.
     */
    private static final Duration TO_CLOSE = Duration.ofSeconds(5);

    private Launch() {}

    static int run(
            String[] args,
            Map<String, String> environment,
            Config defaults,
            Server.Starter starter,
            PrintStream out,
            PrintStream err) {
        if (CommandLine.asksForHelp(args)) {
            out.print(CommandLine.HELP);
            return 0;
        }
        try {
            Config config = CommandLine.read(args, environment, defaults);
            CompletableFuture<Server> started = new CompletableFuture<>();
            // A developer's server ends when its terminal is closed, which sends the same signal.
            if (config.tls().isPresent() && !config.development()) {
                HangupSignal.handle(() -> started.thenAccept(Server::renewCertificate));
            }
            Server server = starter.start(config);
            started.complete(server);
            closeWithProcess(server);
            server.whenItCollapses(ProcessEnd.prepare(config.shutdownGrace().plus(TO_CLOSE), err));
            return SERVING;
        } catch (CommandLine.Mistake e) {
            err.println(e.getMessage());
            return 2;
        } catch (StartException | StoreException e) {
            err.println(e.getMessage());
            return 1;
        } catch (Throwable e) {
            err.println("The application could not be started:" + failedCall(e));
            e.printStackTrace(err);
            return 1;
        }
    }

    /** Which call of the generated {@code Main.start} failed: the constructor or method that makes an object. */
    private static String failedCall(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        for (int i = 1; i < frames.length; i++) {
            if (frames[i].getMethodName().equals("start")
                    && frames[i].getClassName().endsWith("Main")) {
                StackTraceElement called = frames[i - 1];
                boolean constructor = called.getMethodName().equals("<init>");
                return (constructor
                                ? " new " + called.getClassName()
                                : " " + called.getClassName() + "." + called.getMethodName())
                        + "(...) failed.";
            }
        }
        return "";
    }

    private static void closeWithProcess(Server server) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "lodestar-close"));
        } catch (IllegalStateException e) {
            server.close(); // the process was asked to end while the server started
        }
    }
}
