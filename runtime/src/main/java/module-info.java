/** Serves a compiled application: routes, streams, the hub and its frames. */
@SuppressWarnings({
    "module", // The Git backend, which some packages are exported to, is built after this.
    "requires-automatic",
    "requires-transitive-automatic"
})
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

    // What generated code calls; everything else stays behind Server.
    exports dev.lodestar.runtime;
    exports dev.lodestar.runtime.asset;
    exports dev.lodestar.runtime.html;
    exports dev.lodestar.runtime.metrics;
    exports dev.lodestar.runtime.metrics.micrometer;
    exports dev.lodestar.runtime.route;
    exports dev.lodestar.runtime.signal;
    // What @Provides methods call, and what backends implement.
    exports dev.lodestar.runtime.store;
    exports dev.lodestar.runtime.store.medium;
    // The Git backend keeps the history in Git's own form, and has a thread of its own.
    exports dev.lodestar.runtime.collapse to
            dev.lodestar.store.git;
    exports dev.lodestar.runtime.store.history to
            dev.lodestar.store.git;
    exports dev.lodestar.runtime.store.json to
            dev.lodestar.store.git;

    provides org.jboss.logging.LoggerProvider with
            dev.lodestar.runtime.log.UndertowLogs;
}
