/** Serves a compiled application: routes, streams, the hub and its frames. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.lodestar.runtime {
    requires transitive dev.lodestar;
    requires static org.jspecify;
    requires com.google.gson;
    requires org.slf4j;
    requires undertow.core;
    requires xnio.api;
    requires org.jboss.logging;
    requires java.management;
    requires jdk.unsupported;
    requires static micrometer.core;
    requires static micrometer.registry.prometheus;
    requires static com.h2database.mvstore;
    requires static mapdb;
    requires static org.eclipse.jgit;

    // What generated code calls; everything else stays behind Server.
    exports dev.lodestar.runtime;
    exports dev.lodestar.runtime.asset;
    exports dev.lodestar.runtime.html;
    exports dev.lodestar.runtime.metrics;
    exports dev.lodestar.runtime.metrics.micrometer;
    exports dev.lodestar.runtime.route;
    exports dev.lodestar.runtime.signal;
    // What @Provides methods call.
    exports dev.lodestar.runtime.store;
    exports dev.lodestar.runtime.store.mapdb;
    exports dev.lodestar.runtime.store.mvstore;

    provides org.jboss.logging.LoggerProvider with
            dev.lodestar.runtime.log.UndertowLogs;
}
