package dev.lodestar.runtime.http;

import dev.lodestar.BadInput;
import dev.lodestar.Limits;
import dev.lodestar.runtime.collapse.Collapse;
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
 * The way of a POST request to the application: its body is read, then it is handed on where the application's code may
 * run.
 */
final class Intake {
    /** What is done with a request. */
    @FunctionalInterface
    interface Handler {
        /** Answers; may throw {@link BadInput}, which is answered with 400. */
        void handle(HttpServerExchange exchange, IncomingRequest request) throws Exception;
    }

    private static final int RETRY_AFTER_SECONDS = 5;

    private final Limits limits;
    private final BodyBudget budget;
    private final Executor workers;
    private final @Nullable Sessions sessions;
    private final List<Quota> quotas;
    private final Handler handler;

    /**
     * @param budget where the memory of bodies is from
     * @param sessions the sessions of its requests, or null if these have none
     * @param quotas all of them, 1 or more, have to have something left for a request
     */
    Intake(
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

    void accept(HttpServerExchange exchange) {
        BrowserSession session = sessions == null ? null : IncomingRequest.session(exchange, sessions);
        boolean tooMany = quotas.stream().anyMatch(quota -> quota.refuses(exchange, session));
        if (!tooMany && !refusesUnread(exchange)) {
            Object client = quotas.get(0).client(exchange);
            BodyReader.read(exchange, limits, budget, client, body -> admit(exchange, session, body));
        }
    }

    // Where it is certain that there is a body; one in chunks may turn out to be empty.
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
            Connectors.executeRootHandler(Intake::refuse, exchange);
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

    // For other sites the action itself says what it can read.
    private boolean refuses(HttpServerExchange exchange) {
        String refusal = sessions == null ? null : BodyForm.refusal(exchange.getRequestHeaders());
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
            // Not when the exchange is over: a stream is open for hours after what it was opened with was read, and
            // whoever goes away does not take back what waits here.
            body.release();
        }
    }

    // Also if nobody else had any memory: to come back later would not help.
    private static void tooManyValues(HttpServerExchange exchange) {
        Answer.text(
                exchange,
                StatusCodes.REQUEST_ENTITY_TOO_LARGE,
                "The body holds more values than the server has memory for. Send fewer at a time.");
    }
}
