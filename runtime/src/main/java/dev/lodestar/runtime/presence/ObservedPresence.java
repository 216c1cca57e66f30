package dev.lodestar.runtime.presence;

import dev.lodestar.runtime.collapse.Collapse;
import dev.lodestar.runtime.work.Underway;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A stream that the application is told about: first of its opening and then of its end, each once. The end of a stream
 * that never opened is not reported.
 */
final class ObservedPresence implements Presence {
    private final List<StreamCallback> whenOpened;
    private final List<StreamCallback> whenEnded;
    private final Executor workers;
    private final Underway underway;

    /** Completes when all callbacks so far have run; the next ones are appended to it. */
    private CompletableFuture<Void> done = CompletableFuture.completedFuture(null);

    private boolean open;
    private boolean over;

    /**
     * The presence of a stream that has not been opened yet.
     *
     * @param whenOpened run when the stream opens
     * @param whenEnded run when the stream has ended
     * @param workers runs them
     * @param underway counts the streams that have been opened and whose callbacks have not all run
     */
    ObservedPresence(
            List<StreamCallback> whenOpened, List<StreamCallback> whenEnded, Executor workers, Underway underway) {
        this.whenOpened = List.copyOf(whenOpened);
        this.whenEnded = List.copyOf(whenEnded);
        this.workers = workers;
        this.underway = underway;
    }

    @Override
    public synchronized void opened() {
        if (!open && !over) {
            open = true;
            underway.begin();
            append(whenOpened);
        }
    }

    @Override
    public synchronized void ended() {
        if (open && !over) {
            append(whenEnded);
            done.whenComplete((nothing, serverHasClosed) -> underway.end());
        }
        over = true;
    }

    private void append(List<StreamCallback> callbacks) {
        if (!callbacks.isEmpty()) {
            done = done.thenRunAsync(() -> callbacks.forEach(StreamCallback::run), workers);
            done.whenComplete((nothing, failure) -> {
                if (failure != null) {
                    Collapse.notice(failure);
                }
            });
        }
    }
}
