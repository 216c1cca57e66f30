/** Stores in a file of H2's MVStore. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.lodestar.store.mvstore {
    requires transitive dev.lodestar;
    requires dev.lodestar.runtime;
    requires static org.jspecify;
    requires com.h2database.mvstore;
    requires org.slf4j;

    exports dev.lodestar.store.mvstore;
}
