package dev.lodestar.runtime.http.answer;

/** The values of {@code Content-Type} in responses that the server writes itself. */
public final class ContentTypes {
    public static final String EVENT_STREAM = "text/event-stream";
    public static final String HTML = "text/html; charset=utf-8";
    public static final String SCRIPT = "text/javascript; charset=utf-8";
    public static final String TEXT = "text/plain; charset=utf-8";

    private ContentTypes() {}
}
