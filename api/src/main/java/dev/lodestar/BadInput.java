package dev.lodestar;

/**
 * Thrown when what a request carries cannot be used. An action or a view may throw it too: the request is answered with
 * status 400 and the message as its text, and nothing is logged or refreshed.
 */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param message one sentence for the person who sent the request; it is sent as it is, so it must not quote secrets
     */
    public BadInput(String message) {
        // The stack tells nothing that the message does not, and a flood of bad requests should be cheap.
        super(message, null, false, false);
    }
}
