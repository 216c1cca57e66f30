package dev.lodestar.runtime.http;

import dev.lodestar.BadInput;
import dev.lodestar.Limits;
import dev.lodestar.runtime.session.Sessions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.concurrent.Executor;
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

    private final Limits limits;
    private final Executor workers;
    private final @Nullable Sessions sessions;
    private final Quota quota;
    private final Handler handler;

    /** @param sessions the sessions of its requests, or null if these have none */
    Intake(Limits limits, Executor workers, @Nullable Sessions sessions, Quota quota, Handler handler) {
        this.limits = limits;
        this.workers = workers;
        this.sessions = sessions;
        this.quota = quota;
        this.handler = handler;
    }

    void accept(HttpServerExchange exchange) {
        if (!quota.refuses(exchange, sessions) && !refusesUnread(exchange)) {
            BodyReader.read(exchange, limits, body -> admit(exchange, body));
        }
    }

    // Where it is certain that there is a body; one in chunks may turn out to be empty.
    private boolean refusesUnread(HttpServerExchange exchange) {
        return !exchange.isRequestComplete()
                && exchange.getRequestHeaders().contains(Headers.CONTENT_LENGTH)
                && refuses(exchange);
    }

    private void admit(HttpServerExchange exchange, byte[] body) {
        if (body.length == 0 || !refuses(exchange)) {
            exchange.dispatch(workers, worker -> handle(worker, body));
        }
    }

    // For other sites the action itself says what it can read.
    private boolean refuses(HttpServerExchange exchange) {
        String refusal = sessions == null ? null : BodyForm.refusal(exchange.getRequestHeaders());
        if (refusal != null) {
            Answer.text(exchange, StatusCodes.UNSUPPORTED_MEDIA_TYPE, refusal);
        }
        return refusal != null;
    }

    private void handle(HttpServerExchange exchange, byte[] body) {
        try {
            handler.handle(exchange, IncomingRequest.of(exchange, body, limits, sessions));
        } catch (BadInput e) {
            Answer.text(exchange, StatusCodes.BAD_REQUEST, e.getMessage());
        } catch (Throwable e) {
            Failure.answer(exchange, e, body);
        }
    }
}
