package dev.lodestar.runtime.presence;

/** Tells the application about one stream. Safe for use by any thread; both methods return at once. */
public interface Presence {
    /** Tells nobody. */
    Presence UNOBSERVED = new Presence() {
        @Override
        public void opened() {}

        @Override
        public void ended() {}
    };

    /** Says that the stream has opened. */
    void opened();

    /** Says that the stream has ended, or will not open. */
    void ended();
}
