package dev.lodestar.runtime.http;

import dev.lodestar.BadInput;
import dev.lodestar.Patch;
import dev.lodestar.Refused;
import dev.lodestar.Reply;
import dev.lodestar.runtime.hub.FeedHub;
import dev.lodestar.runtime.metrics.ActionMeter;
import dev.lodestar.runtime.metrics.ActionMeter.Outcome;
import dev.lodestar.runtime.route.ActionRoute;
import dev.lodestar.runtime.signal.ErrorSignals;
import io.undertow.server.HttpServerExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs an action, refreshes what it may have changed, and answers.
 *
 * @param route the action
 * @param hub the hub of the views
 * @param meter what measures it
 * @param scripts takes the scripts of its replies
 */
record ActionRunner(ActionRoute route, FeedHub hub, ActionMeter meter, OneTimeScripts scripts)
        implements Intake.Handler {
    @Override
    public void handle(HttpServerExchange exchange, IncomingRequest request) throws Exception {
        Reply reply;
        try {
            reply = reply(request);
        } finally {
            // Also if it failed: the session may have another id already.
            request.giveSession(exchange);
        }
        ReplyWriter.write(exchange, reply, scripts);
    }

    private Reply reply(IncomingRequest request) throws Exception {
        // The one that the browser's streams have, not one that the action makes.
        String session = request.sessionId();
        try {
            Reply reply = run(request);
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
        return new Patch.Signals(ErrorSignals.after(request.signals(), faults), false);
    }

    // An action that fails half-way may have changed something before: a refresh that shows nothing new is cheap, a
    // page
    // that hides what is true is not. Bad input is found before anything changes.
    private Reply run(IncomingRequest request) throws Exception {
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
