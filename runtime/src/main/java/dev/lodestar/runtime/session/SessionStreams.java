package dev.lodestar.runtime.session;

/** The open streams of each session, by session key. Safe for use by any thread. */
public interface SessionStreams {
    /** Tells whether a session has an open stream. */
    boolean areOpen(String session);

    /** Ends the open streams of a session gracefully, soon; nothing more is rendered for them. */
    void end(String session);
}
