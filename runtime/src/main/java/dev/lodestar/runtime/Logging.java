package dev.lodestar.runtime;

/** Where the libraries' log goes. */
final class Logging {
    private static final String PROVIDER = "org.jboss.logging.provider";

    private Logging() {}

    /**
     * Sends what Undertow logs through SLF4J, as the server's own log goes, so that an application configures one.
     * Must happen before Undertow is first used; whoever has chosen otherwise keeps his choice.
     */
    static void route() {
        if (System.getProperty(PROVIDER) == null) {
            System.setProperty(PROVIDER, "slf4j");
        }
    }
}
