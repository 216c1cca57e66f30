package dev.lodestar.runtime.http.answer;

/** The values of {@code Content-Type} in responses that the server writes itself. */
public final class ContentTypes {
    /** Server-sent events, which are UTF-8 by definition. */
    public static final String EVENT_STREAM = "text/event-stream";

    /** A page, or a part of one. */
    public static final String HTML = "text/html; charset=utf-8";

    /** A script. */
    public static final String SCRIPT = "text/javascript; charset=utf-8";

    /** A sentence. */
    public static final String TEXT = "text/plain; charset=utf-8";

    private ContentTypes() {}
}
