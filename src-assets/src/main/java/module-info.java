/** What the framework embeds into every application: the browser client. */
module dev.lodestar.assets {
    requires static org.jspecify;

    exports dev.lodestar.assets;
}
