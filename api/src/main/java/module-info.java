/** The annotations and types that you write a Lodestar application with. It knows nothing of the server. */
@SuppressWarnings("module") // The modules that it exports packages to are built after it.
module dev.lodestar {
    requires static transitive org.jspecify;

    exports dev.lodestar;
    exports dev.lodestar.store;
    exports dev.lodestar.text to
            dev.lodestar.processor,
            dev.lodestar.runtime;
}
