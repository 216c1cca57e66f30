/** The annotations and types that a Lodestar application touches; it knows nothing of the server. */
module dev.lodestar {
    requires static transitive org.jspecify;

    exports dev.lodestar;
    exports dev.lodestar.store;
}
