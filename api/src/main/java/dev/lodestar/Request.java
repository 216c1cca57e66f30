package dev.lodestar;

import java.util.List;
import java.util.Optional;

/**
 * The request that called an action or opened a stream. Handlers can take it as a parameter, but most take just the
 * values that they need, as {@link Query} and {@link Signal} parameters.
 *
 * <p>Safe for use by any thread. It can still be read after the answer has been sent, except for the signals and files
 * of a request that opened a stream, which are dropped when the stream opens. No method returns null.
 */
public interface Request {
    /** The HTTP method in upper case: {@code POST} for actions and for the streams of views. */
    String method();

    /** The path of the action or view, without the query. */
    String path();

    /**
     * Returns the value of a header. If the header occurs several times, its values are joined with commas (RFC 9110,
     * 5.3), or with semicolons for {@code Cookie}. You cannot tell which of them a proxy added and which the client
     * sent.
     *
     * @param name the header's name, in upper or lower case
     * @return the value, or empty if the request has no such header
     */
    Optional<String> header(String name);

    /**
     * The query parameters, at most 200. If a parameter occurs several times, {@link Fields#list} reads all of its
     * values and every other method the first.
     */
    Fields query();

    /**
     * The signals that the page sent or, if a form was posted, the form's fields; empty if the request has no body. The
     * content type decides which it is: {@code multipart/form-data} and {@code application/x-www-form-urlencoded} are
     * forms, though the latter counts as JSON if the body begins with a brace.
     *
     * <p>A form sends only text, with {@code \n} for line breaks, and leaves out some fields. A boolean is therefore
     * false if its field is missing and true if it is {@code on}, and a list without values is empty. A dot in a
     * field's name leads to a nested field, as in {@code address.street} and {@code lines.0.code}.
     *
     * @throws BadInput in an action with {@link Action#crossOrigin()}, if the body is neither JSON nor a form; all
     *     other actions are not called in that case
     * @throws IllegalStateException if the request opened a stream that is now open. Views, and {@link Connected} and
     *     {@link Disconnected} methods, take what they need as parameters, which are read before the stream opens
     */
    Fields signals();

    /**
     * The files of a form, which needs {@code enctype="multipart/form-data"}.
     *
     * @param name the name of the field
     * @return the files in the order in which they were chosen; empty if none was chosen or there is no such field
     * @throws BadInput as {@link #signals()} does
     * @throws IllegalStateException as {@link #signals()} does
     */
    List<Upload> files(String name);

    /**
     * The body's bytes exactly as they were sent, for an action with {@link Action#crossOrigin()} to verify a
     * signature. They can have any content type, and can be empty.
     *
     * @return a copy
     * @throws IllegalStateException in all other handlers, which find what pages send in {@link #signals()} and
     *     {@link #files}
     */
    byte[] body();

    /**
     * The session of the browser that sent the request.
     *
     * @throws IllegalStateException in an action with {@link Action#crossOrigin()}, which has no session
     */
    Session session();

    /**
     * The client's IP address, such as {@code 127.0.0.1} or {@code ::1}: the address at the other end of the connection
     * or, if that is one of {@link Config#proxies()}, the one that the proxy reports.
     */
    String remoteAddress();
}
