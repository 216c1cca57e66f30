package dev.lodestar.runtime.http.post;

import dev.lodestar.BadInput;
import dev.lodestar.Limits;
import dev.lodestar.runtime.collapse.Collapse;
import dev.lodestar.runtime.http.answer.Answer;
import dev.lodestar.runtime.http.answer.Failure;
import dev.lodestar.runtime.http.request.BodyEncoding;
import dev.lodestar.runtime.http.request.IncomingRequest;
import dev.lodestar.runtime.session.BrowserSession;
import dev.lodestar.runtime.session.Sessions;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Answers POST requests: reads the body, then passes the request to a handler on a thread where the application's
 * code may run.
 */
public final class PostEndpoint implements Endpoint {
    /** Answers a request whose body has arrived. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Answers a request.
         *
         * @throws BadInput which is answered with 400
         * @throws Throwable anything else, which is answered with 500
         */
        void handle(HttpServerExchange exchange, IncomingRequest request) throws Throwable;
    }

    private static final int RETRY_AFTER_SECONDS = 5;

    private final Limits limits;
    private final BodyBudget budget;
    private final Executor workers;
    private final @Nullable Sessions sessions;
    private final List<Quota> quotas;
    private final Handler handler;

    /**
     * @param limits the limits on bodies
     * @param budget the memory for bodies
     * @param workers the threads on which the handler runs
     * @param sessions the sessions of the requests, or null if any site may post; such requests have no sessions
     * @param quotas the quotas that a request is charged to, 1 or more
     * @param handler answers the requests
     */
    public PostEndpoint(
            Limits limits,
            BodyBudget budget,
            Executor workers,
            @Nullable Sessions sessions,
            List<Quota> quotas,
            Handler handler) {
        this.limits = limits;
        this.budget = budget;
        this.workers = workers;
        this.sessions = sessions;
        this.quotas = List.copyOf(quotas);
        this.handler = handler;
    }

    @Override
    public boolean crossOrigin() {
        return sessions == null;
    }

    @Override
    public List<String> methods() {
        return List.of("POST");
    }

    @Override
    public void answer(HttpServerExchange exchange) {
        BrowserSession session = sessions == null ? null : IncomingRequest.session(exchange, sessions);
        boolean tooMany = quotas.stream().anyMatch(quota -> quota.refuses(exchange, session));
        if (!tooMany && !refusesUnread(exchange)) {
            Object client = quotas.get(0).client(exchange);
            BodyReader.read(exchange, limits, budget, client, body -> admit(exchange, session, body));
        }
    }

    // If it is certain that there is a body; one in chunks may turn out to be empty.
    private boolean refusesUnread(HttpServerExchange exchange) {
        return !exchange.isRequestComplete()
                && exchange.getRequestHeaders().contains(Headers.CONTENT_LENGTH)
                && refuses(exchange);
    }

    private void admit(HttpServerExchange exchange, @Nullable BrowserSession session, Body body) {
        if (body.size() > 0 && refuses(exchange)) {
            body.release();
        } else {
            exchange.dispatch(task -> hand(exchange, task, body), worker -> handle(worker, session, body));
        }
    }

    private void hand(HttpServerExchange exchange, Runnable task, Body body) {
        boolean handed = false;
        try {
            workers.execute(task);
            handed = true;
        } catch (RejectedExecutionException e) {
            Connectors.executeRootHandler(PostEndpoint::refuse, exchange);
        } finally {
            if (!handed) {
                body.release();
            }
        }
    }

    private static void refuse(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, RETRY_AFTER_SECONDS);
        String sentence = "The server has more to do than it takes on; try again later.";
        Answer.text(exchange, StatusCodes.SERVICE_UNAVAILABLE, sentence);
    }

    // For requests of other sites, the action decides what it can read.
    private boolean refuses(HttpServerExchange exchange) {
        String refusal = sessions == null ? null : BodyEncoding.refusal(exchange.getRequestHeaders());
        if (refusal != null) {
            Answer.text(exchange, StatusCodes.UNSUPPORTED_MEDIA_TYPE, refusal);
        }
        return refusal != null;
    }

    private void handle(HttpServerExchange exchange, @Nullable BrowserSession session, Body body) {
        try {
            IncomingRequest request = IncomingRequest.of(exchange, body.bytes(), limits, sessions, session);
            long contents = request.check();
            if (2L * body.size() + contents > limits.bodyBytesInAll()) {
                tooManyValues(exchange);
            } else if (body.reserveContents(contents)) {
                handler.handle(exchange, request);
            } else {
                BodyReader.noMemory(exchange, null);
            }
        } catch (BadInput e) {
            Answer.text(exchange, StatusCodes.BAD_REQUEST, e.getMessage());
        } catch (Throwable e) {
            // At once, since there may be no memory for an answer.
            Collapse.notice(e);
            Failure.answer(exchange, e, body.bytes());
        } finally {
            // Not when the exchange is complete: a stream stays open for hours after its request was read, and a client
            // that hangs up does not withdraw what waits here.
            body.release();
        }
    }

    // Even if nobody else used any memory: trying again later would not help.
    private static void tooManyValues(HttpServerExchange exchange) {
        Answer.text(
                exchange,
                StatusCodes.REQUEST_ENTITY_TOO_LARGE,
                "The body holds more values than the server has memory for. Send fewer at a time.");
    }
}
