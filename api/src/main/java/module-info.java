/** The annotations and types that a Lodestar application touches; it knows nothing of the server. */
@SuppressWarnings("module") // Those that it is exported to are built after it.
module dev.lodestar {
    requires static transitive org.jspecify;

    exports dev.lodestar;
    exports dev.lodestar.store;
    exports dev.lodestar.expression to
            dev.lodestar.processor,
            dev.lodestar.runtime;
    exports dev.lodestar.text to
            dev.lodestar.runtime;
}
