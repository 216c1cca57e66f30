package dev.lodestar.runtime.presence;

import dev.lodestar.runtime.collapse.Collapse;
import dev.lodestar.runtime.work.Underway;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A stream that the application is told of: of its opening and then of its end, each once. A stream that never opened
 * has no end.
 */
final class NoticedPresence implements Presence {
    private final List<Notice> opening;
    private final List<Notice> end;
    private final Executor workers;
    private final Underway underway;

    /** What is done for this stream: what is appended waits for what was. */
    private CompletableFuture<Void> done = CompletableFuture.completedFuture(null);

    private boolean open;
    private boolean over;

    /**
     * @param opening what to do when the stream opens
     * @param end what to do when it has ended
     * @param workers where to do it
     * @param underway counts the streams that have opened and for which not everything is done
     */
    NoticedPresence(List<Notice> opening, List<Notice> end, Executor workers, Underway underway) {
        this.opening = List.copyOf(opening);
        this.end = List.copyOf(end);
        this.workers = workers;
        this.underway = underway;
    }

    @Override
    public synchronized void opened() {
        if (!open && !over) {
            open = true;
            underway.begin();
            append(opening);
        }
    }

    @Override
    public synchronized void ended() {
        if (open && !over) {
            append(end);
            done.whenComplete((nothing, serverHasClosed) -> underway.end());
        }
        over = true;
    }

    private void append(List<Notice> notices) {
        if (!notices.isEmpty()) {
            done = done.thenRunAsync(() -> notices.forEach(Notice::give), workers);
            done.whenComplete((nothing, failure) -> {
                if (failure != null) {
                    Collapse.notice(failure);
                }
            });
        }
    }
}
