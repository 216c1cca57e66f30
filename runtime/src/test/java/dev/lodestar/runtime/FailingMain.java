package dev.lodestar.runtime;

import dev.lodestar.Config;
import dev.lodestar.Reply;
import dev.lodestar.runtime.asset.TableBytes;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** An application that runs out of memory, for {@link FailingProcessTest}; like a generated {@code Main}. */
public final class FailingMain {
    private static final List<byte[]> KEPT = new ArrayList<>();

    private FailingMain() {}

    public static void main(String[] args) {
        Config defaults = Config.defaults().withShutdownGrace(Duration.ofSeconds(1));
        if (args[0].equals("--no-start")) {
            Server.main(new String[0], defaults, FailingMain::notMade);
        } else {
            Server.main(args, defaults, FailingMain::start);
        }
    }

    private static Server start(Config config) {
        Server server = Server.create(config);
        server.closing((AutoCloseable) () -> System.err.println("closed in good order"));
        return server.start(RouteTable.over(new TableBytes().shim("/", "shim").read())
                .view("/", Scope.everybody(), request -> out -> out.text("shown"))
                .action("/a/fill", request -> {
                    fill();
                    return Reply.unchanged();
                })
                .action("/a/hang", request -> {
                    server.closing((AutoCloseable) () -> new CountDownLatch(1).await());
                    throw new OutOfMemoryError("on purpose");
                })
                .build());
    }

    /** Fills all memory for good. */
    private static void fill() {
        for (int size = 1 << 20; ; size = Math.max(16, size / 2)) {
            try {
                while (true) {
                    KEPT.add(new byte[size]);
                }
            } catch (OutOfMemoryError e) {
                if (size == 16) {
                    throw e;
                }
            }
        }
    }

    private static void stay() {
        while (true) {
            LockSupport.park();
        }
    }

    private static Server notMade(Config config) {
        Server server = Server.create(config);
        try {
            server.closing((AutoCloseable) () -> System.err.println("closed the first"));
            server.closing((AutoCloseable) () -> {
                System.err.println("closed the second");
                throw new AssertionError("on purpose");
            });
            new Thread(FailingMain::stay).start();
            throw new StackOverflowError("in a constructor");
        } catch (Throwable failure) {
            server.close();
            throw failure;
        }
    }
}
