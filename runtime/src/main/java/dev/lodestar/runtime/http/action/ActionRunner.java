package dev.lodestar.runtime.http.action;

import dev.lodestar.BadInput;
import dev.lodestar.Patch;
import dev.lodestar.Refused;
import dev.lodestar.Reply;
import dev.lodestar.runtime.collapse.Collapse;
import dev.lodestar.runtime.failure.FailureNotice;
import dev.lodestar.runtime.http.action.ActionOutcome.Done;
import dev.lodestar.runtime.http.action.ActionOutcome.Failed;
import dev.lodestar.runtime.http.action.ActionOutcome.Rejected;
import dev.lodestar.runtime.http.action.RecentAnswers.Call;
import dev.lodestar.runtime.http.answer.ErrorAnswer;
import dev.lodestar.runtime.http.answer.Failure;
import dev.lodestar.runtime.http.post.PostEndpoint;
import dev.lodestar.runtime.http.request.IncomingRequest;
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
 * Runs an action, refreshes the views that it may have changed, and answers.
 *
 * @param route the action
 * @param hub the hub of the views
 * @param meter measures the action
 * @param scripts keeps the scripts of its replies
 * @param recent the answers to recent calls
 */
public record ActionRunner(
        ActionRoute route, FeedHub hub, ActionMeter meter, OneTimeScripts scripts, RecentAnswers recent)
        implements PostEndpoint.Handler {
    @Override
    public void handle(HttpServerExchange exchange, IncomingRequest request) throws Throwable {
        String id = request.callId();
        // The session that the browser's streams have, not one that the action creates.
        String session = request.sessionId();
        Call call = id == null || session == null ? null : new Call(session, route.path(), id);
        CompletableFuture<ActionAnswer> first = call == null ? null : recent.begin(call);
        if (first != null) {
            sendLater(exchange, first);
            return;
        }
        ActionOutcome outcome = run(exchange, request, session);
        ActionAnswer answer = answer(exchange, outcome);
        if (call != null) {
            recent.end(call, withCookie(answer, exchange));
        }
        if (outcome instanceof Failed failed) {
            throw failed.cause();
        }
        answer.send(exchange);
    }

    /** Sends the answer of the same call's first request, when it has one. */
    private static void sendLater(HttpServerExchange exchange, CompletableFuture<ActionAnswer> first) {
        exchange.dispatch(
                SameThreadExecutor.INSTANCE,
                () -> first.thenAccept(answer -> answer.send(exchange)).exceptionally(failure -> {
                    Failure.answer(exchange, failure);
                    return null;
                }));
    }

    private ActionOutcome run(HttpServerExchange exchange, IncomingRequest request, @Nullable String session) {
        long start = System.nanoTime();
        ActionOutcome outcome = call(exchange, request);
        // An action that fails half-way may have changed something before: a refresh that shows nothing new is cheap,
        // a page that hides what is true is not. In development the answer also puts a notice into the page.
        boolean failed = outcome instanceof Failed;
        if (failed || outcome instanceof Done done && changesPage(done.reply())) {
            hub.patched(session);
        }
        if (failed || outcome instanceof Done done && !(done.reply() instanceof Reply.Unchanged)) {
            hub.refresh(route.refreshedViews());
        }
        // Also after a failure: the session may have another id already.
        request.giveSession(exchange);
        meter.called(measured(outcome), System.nanoTime() - start);
        return outcome;
    }

    private ActionOutcome call(HttpServerExchange exchange, IncomingRequest request) {
        boolean toClient = request.isFromDatastar();
        try {
            Reply reply = route.handler().handle(request);
            ActionAnswer answer = write(exchange, request, toClient ? withoutErrors(request, reply) : reply);
            return reply instanceof Reply.Refusal ? new Rejected(answer) : new Done(reply, answer);
        } catch (Refused e) {
            return new Rejected(write(exchange, request, e.reply()));
        } catch (BadInput e) {
            // It is thrown before the action changes anything.
            return new Rejected(
                    e.faults().isEmpty() || !toClient
                            ? ActionAnswer.text(StatusCodes.BAD_REQUEST, e.getMessage())
                            : write(exchange, request, Reply.patch(errors(request, e.faults()))));
        } catch (Throwable e) {
            // At once, since there may be no memory for anything else.
            Collapse.notice(e);
            return new Failed(e);
        }
    }

    private ActionAnswer write(HttpServerExchange exchange, IncomingRequest request, Reply reply) {
        return ReplyWriter.answer(reply, request.isFromDatastar(), scripts.urlsFor(exchange));
    }

    private static Outcome measured(ActionOutcome outcome) {
        return outcome instanceof Failed ? Outcome.FAILED : outcome instanceof Done ? Outcome.DONE : Outcome.REFUSED;
    }

    /** The answer that the call's later requests get, and its first request unless the action failed. */
    private static ActionAnswer answer(HttpServerExchange exchange, ActionOutcome outcome) {
        if (outcome instanceof Done done) {
            return done.answer();
        } else if (outcome instanceof Rejected rejected) {
            return rejected.answer();
        }
        // What failed may have changed something before: it does not run again either.
        return ActionAnswer.text(
                StatusCodes.INTERNAL_SERVER_ERROR, ErrorAnswer.withId(exchange, FailureNotice.SENTENCE));
    }

    // A browser that did not get the answer did not get its new session either.
    private static ActionAnswer withCookie(ActionAnswer answer, HttpServerExchange exchange) {
        String cookie = exchange.getResponseHeaders().getFirst(Headers.SET_COOKIE);
        return cookie == null ? answer : answer.with(Headers.SET_COOKIE, cookie);
    }

    private static boolean changesPage(Reply reply) {
        return reply instanceof Reply.Patches more
                && more.patches().stream().anyMatch(patch -> !(patch instanceof Patch.Signals));
    }

    /** Clears the errors that the page shows, unless the reply reports one again or leaves the page. */
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
}
