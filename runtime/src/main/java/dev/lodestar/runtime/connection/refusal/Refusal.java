package dev.lodestar.runtime.connection.refusal;

import io.undertow.util.StatusCodes;

/**
 * Why a request is not served.
 *
 * @param status the HTTP status, 400 or above
 * @param sentence what is wrong, for anybody to read
 */
public record Refusal(int status, String sentence) {
    /** The request does not say which host it is for, or contradicts itself. */
    public static final Refusal UNCLEAR_HOST = badRequest(
            "The request must name one host, in one header Host, and the same one in its URL if that is absolute.");

    /** A refusal with status 400. */
    public static Refusal badRequest(String sentence) {
        return new Refusal(StatusCodes.BAD_REQUEST, sentence);
    }
}
