package dev.lodestar.runtime.http;

import dev.lodestar.BadInput;
import dev.lodestar.Patch;
import dev.lodestar.Refused;
import dev.lodestar.Reply;
import dev.lodestar.runtime.failure.FailureNotice;
import dev.lodestar.runtime.http.RecentAnswers.Call;
import dev.lodestar.runtime.hub.FeedHub;
import dev.lodestar.runtime.metrics.ActionMeter;
import dev.lodestar.runtime.metrics.ActionMeter.Outcome;
import dev.lodestar.runtime.route.ActionRoute;
import dev.lodestar.runtime.signal.ErrorSignals;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Runs an action, refreshes what it may have changed, and answers.
 *
 * @param route the action
 * @param hub the hub of the views
 * @param meter what measures it
 * @param scripts takes the scripts of its replies
 * @param recent what calls were answered before
 */
record ActionRunner(ActionRoute route, FeedHub hub, ActionMeter meter, OneTimeScripts scripts, RecentAnswers recent)
        implements Intake.Handler {
    @Override
    public void handle(HttpServerExchange exchange, IncomingRequest request) throws Exception {
        String id = request.callId();
        // The one that the browser's streams have, not one that the action makes.
        String session = request.sessionId();
        if (id == null || session == null) {
            answer(exchange, request, session).send(exchange);
        } else {
            handleOnce(exchange, request, new Call(session, route.path(), id));
        }
    }

    private void handleOnce(HttpServerExchange exchange, IncomingRequest request, Call call) throws Exception {
        CompletableFuture<ActionAnswer> first = recent.begin(call);
        if (first != null) {
            exchange.dispatch(
                    SameThreadExecutor.INSTANCE,
                    () -> first.thenAccept(answer -> answer.send(exchange)).exceptionally(failure -> {
                        Failure.answer(exchange, failure);
                        return null;
                    }));
            return;
        }
        ActionAnswer answer = null;
        try {
            answer = answer(exchange, request, call.session());
        } catch (BadInput e) {
            answer = ActionAnswer.text(StatusCodes.BAD_REQUEST, e.getMessage());
            throw e;
        } finally {
            recent.end(call, withCookie(answer == null ? failed(exchange) : answer, exchange));
        }
        answer.send(exchange);
    }

    // What failed may have changed something before: it does not run again either.
    private static ActionAnswer failed(HttpServerExchange exchange) {
        return ActionAnswer.text(
                StatusCodes.INTERNAL_SERVER_ERROR, ErrorAnswer.withId(exchange, FailureNotice.SENTENCE));
    }

    private ActionAnswer answer(HttpServerExchange exchange, IncomingRequest request, @Nullable String session)
            throws Exception {
        try {
            return ReplyWriter.answer(reply(request, session), request.isFromDatastar(), scripts.urlsFor(exchange));
        } finally {
            // Also if it failed: the session may have another id already.
            request.giveSession(exchange);
        }
    }

    /** Whoever did not get the answer did not get his new session either. */
    private static ActionAnswer withCookie(ActionAnswer answer, HttpServerExchange exchange) {
        String cookie = exchange.getResponseHeaders().getFirst(Headers.SET_COOKIE);
        return cookie == null ? answer : answer.with(Headers.SET_COOKIE, cookie);
    }

    private Reply reply(IncomingRequest request, @Nullable String session) throws Exception {
        try {
            Reply reply = run(request, session);
            if (changesPage(reply)) {
                hub.patched(session);
            }
            if (!(reply instanceof Reply.Unchanged) && !(reply instanceof Reply.Refusal)) {
                refresh();
            }
            return request.isFromDatastar() ? withoutErrors(request, reply) : reply;
        } catch (Refused e) {
            return e.reply();
        } catch (BadInput e) {
            if (e.faults().isEmpty() || !request.isFromDatastar()) {
                throw e;
            }
            return Reply.patch(errors(request, e.faults()));
        }
    }

    private static boolean changesPage(Reply reply) {
        return reply instanceof Reply.Patches more
                && more.patches().stream().anyMatch(patch -> !(patch instanceof Patch.Signals));
    }

    /** Clears what the page shows of earlier faults, unless it is told that something is wrong again, or goes away. */
    private static Reply withoutErrors(IncomingRequest request, Reply reply) {
        Patch.Signals clearing = errors(request, Map.of());
        if (clearing.values().isEmpty() || reply instanceof Reply.Redirect || reply instanceof Reply.Refusal) {
            return reply;
        }
        List<Patch> patches = new ArrayList<>(List.of(clearing));
        if (reply instanceof Reply.Patches more) {
            patches.addAll(more.patches());
        }
        return new Reply.Patches(patches);
    }

    private static Patch.Signals errors(IncomingRequest request, Map<String, String> faults) {
        return new Patch.Signals(ErrorSignals.after(request.shownErrors(), faults), false);
    }

    // An action that fails half-way may have changed something before: a refresh that shows nothing new is cheap,
    // a page that hides what is true is not. Bad input is found before anything changes.
    private Reply run(IncomingRequest request, @Nullable String session) throws Exception {
        long start = System.nanoTime();
        Outcome outcome = Outcome.FAILED;
        try {
            Reply reply = route.handler().handle(request);
            outcome = reply instanceof Reply.Refusal ? Outcome.REFUSED : Outcome.DONE;
            return reply;
        } catch (BadInput | Refused e) {
            outcome = Outcome.REFUSED;
            throw e;
        } catch (Throwable e) {
            // In development the answer puts a notice into the page.
            hub.patched(session);
            refresh();
            throw e;
        } finally {
            meter.called(outcome, System.nanoTime() - start);
        }
    }

    private void refresh() {
        hub.refresh(route.refreshedViews());
    }
}
