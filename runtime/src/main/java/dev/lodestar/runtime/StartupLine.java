package dev.lodestar.runtime;

import dev.lodestar.runtime.http.RequestRouter;
import dev.lodestar.runtime.route.RouteTable;
import java.lang.management.ManagementFactory;
import java.net.URI;

/** The line that the server prints when it is ready. */
final class StartupLine {
    private StartupLine() {}

    static String of(URI uri, RouteTable routes) {
        int views = routes.views().size();
        int assets = routes.assets().all().size() - views;
        long millis = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        return "Lodestar serves " + uri + " with " + count(views, "view") + ", "
                + count(routes.actions().size(), "action") + ", " + count(assets, "asset") + ", under "
                + RequestRouter.scriptPolicy(routes) + ", ready " + millis
                + " ms after the JVM started.";
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
