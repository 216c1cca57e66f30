package dev.lodestar;

import java.util.Optional;

/**
 * The request that an action answers or that opened a stream. Safe for use by any thread; it stays readable after the
 * answer was sent.
 */
public interface Request {
    /** The method, in capitals: {@code POST} for a view's stream and for an action. */
    String method();

    /** The path as it was matched, decoded, without the query. */
    String path();

    /**
     * Gives the first value of a header.
     *
     * @param name the header's name, in any case
     * @return the value, or empty if the request has no such header
     */
    Optional<String> header(String name);

    /** The query parameters; of one that is given several times, all but {@link Fields#list} read the first. */
    Fields query();

    /** The client's ephemeral values, as the browser sent them; none when the request has no body. */
    Fields signals();

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
