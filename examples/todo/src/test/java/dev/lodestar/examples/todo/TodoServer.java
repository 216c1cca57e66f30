package dev.lodestar.examples.todo;

import dev.lodestar.Config;
import dev.lodestar.Limits;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.store.Stores;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.io.IOException;
import java.time.Clock;

/** The application in this process, with its todos in memory: faster than a process and a file for each test. */
final class TodoServer {
    /** To the server, all visitors of a test are one session, or one address. */
    private static final Limits CROWD = Limits.defaults()
            .withActionsPerSecond(10_000)
            .withActionBurst(10_000)
            .withActionsPerAddress(10_000);

    private TodoServer() {}

    static Server start() throws IOException {
        return start(Config.defaults());
    }

    static Server start(Config config) throws IOException {
        return start(config, Stores.inMemory(Keep.everything()));
    }

    static Server start(Store store) throws IOException {
        return start(Config.defaults(), store);
    }

    private static Server start(Config config, Store store) throws IOException {
        Server server = Server.create(config.withPort(0).withLimits(CROWD));
        server.closing(store);
        server.hub().connect(store);
        Clock clock = Clock.systemUTC();
        return server.start(Routes.of(new TodoActions(store, clock), new TodoApp(store, clock, server.hub())));
    }
}
