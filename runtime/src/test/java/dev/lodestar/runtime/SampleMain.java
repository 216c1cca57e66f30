package dev.lodestar.runtime;

import dev.lodestar.Config;
import dev.lodestar.Reply;
import dev.lodestar.runtime.asset.TableBytes;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import java.util.concurrent.atomic.AtomicInteger;

/** An application as a process, for {@link ProcessTest}; like a generated {@code Main}. */
public final class SampleMain {
    private SampleMain() {}

    public static void main(String[] args) {
        Server.main(args, Config.defaults(), SampleMain::start);
    }

    private static Server start(Config config) {
        Server server = Server.create(config);
        AtomicInteger count = new AtomicInteger();
        return server.start(RouteTable.over(new TableBytes().shim("/", "shim").read())
                .view("/", Scope.everybody(), request -> out -> out.text("count " + count.get()))
                .action("/a/slow", request -> {
                    count.incrementAndGet();
                    server.hub().refresh();
                    Thread.sleep(700);
                    return Reply.error(418, "finished");
                })
                .build());
    }
}
