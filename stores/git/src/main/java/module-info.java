/** Stores that are Git repositories. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.lodestar.store.git {
    requires transitive dev.lodestar;
    requires dev.lodestar.runtime;
    requires static org.jspecify;
    requires org.eclipse.jgit;
    requires org.slf4j;

    exports dev.lodestar.store.git;
}
