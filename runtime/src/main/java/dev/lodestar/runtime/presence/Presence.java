package dev.lodestar.runtime.presence;

/** One stream, as the application is told of it. Safe for use by any thread; both methods return at once. */
public interface Presence {
    /** A stream that the application does nothing about. */
    Presence UNNOTICED = new Presence() {
        @Override
        public void opened() {}

        @Override
        public void ended() {}
    };

    /** The stream has opened. */
    void opened();

    /** The stream has ended, or will not open. */
    void ended();
}
