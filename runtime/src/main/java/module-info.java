/** Serves a compiled application: routes, streams, the hub and its frames. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.lodestar.runtime {
    requires transitive dev.lodestar;
    requires static org.jspecify;

    exports dev.lodestar.runtime.html;
}
