package dev.lodestar;

import java.util.List;
import java.util.Optional;

/**
 * The request that an action answers or that opened a stream. Safe for use by any thread; it stays readable after the
 * answer was sent, but for the signals and files of a stream's: a stream lets go of these when it opens.
 */
public interface Request {
    /** The method, in capitals: {@code POST} for a view's stream and for an action. */
    String method();

    /** The path of the action or the view, without the query. */
    String path();

    /**
     * Gives the value of a header. If it comes in several fields, they are joined with commas (RFC 9110, 5.3), those of
     * {@code Cookie} with semicolons: which of them a proxy put there, and which the client, cannot be told.
     *
     * @param name the header's name, in any case
     * @return the value, or empty if the request has no such header
     */
    Optional<String> header(String name);

    /**
     * The query parameters, at most 200; of one that is given several times, all but {@link Fields#list} read the
     * first.
     */
    Fields query();

    /**
     * The client's ephemeral values, as the browser sent them, or the fields of a form that was posted in their place, by
     * their names; none when the request has no body. The content type tells which: {@code multipart/form-data} and
     * {@code application/x-www-form-urlencoded} are forms, the latter unless the body begins with a brace as JSON does.
     *
     * <p>What a form sends is text, with {@code \n} for each line break, and it does not send everything: a truth that is not
     * among its fields is false, one that is {@code on} is true, and a list of which there is nothing is empty. A dot in a
     * name leads to a nested field, as in {@code address.street} and {@code lines.0.code}.
     *
     * @throws BadInput in an action with {@link Action#crossOrigin()}, if the body is neither; other requests are refused
     *     before they get here
     * @throws IllegalStateException if the request has opened a stream. Views, and methods for {@link Connected} and
     *     {@link Disconnected}, take what they need as parameters, which are read when the stream opens
     */
    Fields signals();

    /**
     * The files that a form sent, for which it needs {@code enctype="multipart/form-data"}.
     *
     * @param name the name of the field
     * @return the files, in the order in which they were chosen; empty if none was, or if there is no such field
     * @throws BadInput as {@link #signals()} does
     * @throws IllegalStateException as {@link #signals()} does
     */
    List<Upload> files(String name);

    /**
     * The body as it was sent, byte by byte, for an action with {@link Action#crossOrigin()}, since what signs a request signs
     * its bytes. It is of any content type, and may be empty.
     *
     * @return a copy
     * @throws IllegalStateException for all other requests; what pages send is in {@link #signals()} and {@link #files}
     */
    byte[] body();

    /**
     * The session of the browser that sent the request.
     *
     * @throws IllegalStateException in an action with {@link Action#crossOrigin()}, which has none
     */
    Session session();

    /**
     * The client's address, as a literal: {@code 127.0.0.1}, {@code ::1}. It is that of the connection or, if one of
     * {@link Config#proxies()} is at its other end, that from which the proxy says that it has the request.
     */
    String remoteAddress();
}
