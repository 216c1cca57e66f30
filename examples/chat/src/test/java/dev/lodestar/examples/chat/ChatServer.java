package dev.lodestar.examples.chat;

import dev.lodestar.Config;
import dev.lodestar.Limits;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.store.Stores;
import dev.lodestar.store.Store;
import java.time.Clock;

/** The application in this process, with its messages in memory: faster than a process and a file for each test. */
final class ChatServer {
    /** To the server, all visitors of a test are one session, or one address. */
    private static final Limits CROWD = Limits.defaults()
            .withActionsPerSecond(10_000)
            .withActionBurst(10_000)
            .withActionsPerAddress(10_000);

    private ChatServer() {}

    static Server start() {
        return start(Config.defaults());
    }

    static Server start(Config config) {
        Server server = Server.create(config.withPort(0).withLimits(CROWD));
        Store store = server.closing(Stores.inMemory());
        server.hub().connect(store);
        Clock clock = Clock.systemUTC();
        return server.start(
                Routes.of(new Chat(server.hub(), clock, new Talk(store), new Typists(clock), new Guests())));
    }
}
