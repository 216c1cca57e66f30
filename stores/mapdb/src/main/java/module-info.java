/** Stores in a file of MapDB. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.lodestar.store.mapdb {
    requires transitive dev.lodestar;
    requires dev.lodestar.runtime;
    requires static org.jspecify;
    requires mapdb;
    requires org.slf4j;

    exports dev.lodestar.store.mapdb;
}
