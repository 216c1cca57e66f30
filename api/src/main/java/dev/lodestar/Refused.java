package dev.lodestar;

/**
 * Thrown by an action or a view to refuse a request: with a status and a sentence, or by sending the browser elsewhere.
 *
 * <pre>{@code
 * @View("/orders")
 * OrdersPage orders(Session session) {
 *     Login login = session.get("login", Login.class)
 *             .orElseThrow(() -> new Refused(Reply.redirect(Views.LOGIN)));
 *     if (!login.isStaff()) throw new Refused(Reply.error(403, "Only staff can see the orders."));
 *     ...
 * }
 * }</pre>
 *
 * <p>It is not a failure: nothing is logged, and no view is refreshed. An action answers with the reply as if it had
 * returned it, so throw before you change anything. If a view throws it when a stream opens, the reply answers the
 * request. If a view throws it later, because somebody has lost access, the stream ends, and the page follows the
 * redirect or says that it is out of date and why. A rendering that several people share is refused to all of them.
 * Immutable.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Reply reply;

    /** Refuses with a status and a sentence; see {@link Reply#error}. */
    public Refused(Reply.Refusal refusal) {
        this(refusal.message(), refusal);
    }

    /** Sends the browser elsewhere; see {@link Reply#redirect}. */
    public Refused(Reply.Redirect redirect) {
        this("See " + redirect.location(), redirect);
    }

    private Refused(String message, Reply reply) {
        // Nobody needs a stack trace to find its cause, and a flood of refusals should be cheap.
        super(message, null, false, false);
        this.reply = reply;
    }

    /** Returns the reply: a {@link Reply.Refusal} or a {@link Reply.Redirect}. */
    public Reply reply() {
        return reply;
    }
}
