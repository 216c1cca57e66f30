package dev.lodestar.runtime.http;

import dev.lodestar.BadInput;
import dev.lodestar.Reply;
import dev.lodestar.runtime.hub.FeedHub;
import dev.lodestar.runtime.route.ActionRoute;
import io.undertow.server.HttpServerExchange;

/**
 * Runs an action, refreshes what it may have changed, and answers.
 *
 * @param route the action
 * @param hub the hub of the views
 */
record ActionRunner(ActionRoute route, FeedHub hub) implements Intake.Handler {
    @Override
    public void handle(HttpServerExchange exchange, IncomingRequest request) throws Exception {
        Reply reply = run(request);
        if (!(reply instanceof Reply.Unchanged) && !(reply instanceof Reply.Refusal)) {
            refresh();
        }
        request.giveSession(exchange);
        ReplyWriter.write(exchange, reply);
    }

    // An action that fails half-way may have changed something before: a refresh that shows nothing new is cheap, a
    // page
    // that hides what is true is not. Bad input is found before anything changes.
    private Reply run(IncomingRequest request) throws Exception {
        try {
            return route.handler().handle(request);
        } catch (BadInput e) {
            throw e;
        } catch (Throwable e) {
            refresh();
            throw e;
        }
    }

    private void refresh() {
        hub.refresh(route.refreshedViews());
    }
}
