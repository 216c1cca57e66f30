package dev.lodestar;

/**
 * Thrown by an action or a view that refuses whoever asks: with a status and a sentence, or by sending them elsewhere.
 *
 * <pre>{@code
 * @View("/orders")
 * OrdersPage orders(Session session) {
 *     Login login = session.get("login", Login.class)
 *             .orElseThrow(() -> new Refused(Reply.redirect(Views.LOGIN)));
 *     if (!login.isStaff()) throw new Refused(Reply.error(403, "Only the staff can see the orders."));
 *     ...
 * }
 * }</pre>
 *
 * <p>It is no failure: nothing is logged or refreshed. An action answers with the reply, as if it had returned it, so it
 * throws before it changes anything. A view that throws it when a stream opens answers the request with it. When it throws it
 * later, because access has ended, the stream ends; the page goes where it is sent, or says that it is out of date and
 * why. A rendering that several share is refused to all of them.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Reply reply;

    /** Refuses with a status and a sentence: {@link Reply#error}. */
    public Refused(Reply.Refusal refusal) {
        this(refusal.message(), refusal);
    }

    /** Sends the browser elsewhere: {@link Reply#redirect}. */
    public Refused(Reply.Redirect redirect) {
        this("See " + redirect.location(), redirect);
    }

    private Refused(String message, Reply reply) {
        // Nobody has to look for its cause, and a flood of refusals should be cheap.
        super(message, null, false, false);
        this.reply = reply;
    }

    /** The answer: a {@link Reply.Refusal} or a {@link Reply.Redirect}. */
    public Reply reply() {
        return reply;
    }
}
