package dev.lodestar.runtime.session;

/** The open streams, as sessions need to know them: by the keys of the sessions. Safe for use by any thread. */
public interface SessionStreams {
    /** Whether a session has an open stream. */
    boolean areOpen(String session);

    /** Ends the open streams of a session, soon and in good order; nothing is rendered into them any more. */
    void end(String session);
}
