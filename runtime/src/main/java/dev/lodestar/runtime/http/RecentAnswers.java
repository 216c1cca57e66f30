package dev.lodestar.runtime.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What actions were answered lately, for requests that are sent again because the answer got lost: these get it from here, and
 * the action does not run twice. Safe for use by any thread.
 *
 * <p>It has bounds, and forgets the oldest first. Whoever repeats a call after that runs it again.
 */
final class RecentAnswers {
    static final Duration TIME = Duration.ofMinutes(5);
    static final int MOST_OF_A_SESSION = 100;
    static final int MOST = 50_000;
    static final int MOST_BYTES = 32 << 20;

    /** A larger answer would drive out many: only that it was given is remembered. */
    static final int LARGEST_BYTES = 256 << 10;

    /**
     * One call of an action, however often its request arrives.
     *
     * @param session what stands for the browser's session, so that nobody gets another's answer
     * @param action the action's path
     * @param id what the browser calls it
     */
    record Call(String session, String action, String id) {}

    private record Kept(ActionAnswer answer, long since) {}

    private final LongSupplier nanos;
    private final Map<Call, CompletableFuture<ActionAnswer>> running = new HashMap<>();
    private final LinkedHashMap<Call, Kept> kept = new LinkedHashMap<>();
    private final Map<String, ArrayDeque<Call>> bySession = new HashMap<>();
    private long bytes;

    /** @param nanos a clock, as {@link System#nanoTime} */
    RecentAnswers(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Begins a call.
     *
     * @return null if this is its first request, whose answer must be told to {@link #end}; otherwise the answer, which comes
     *     when the first has ended
     */
    synchronized @Nullable CompletableFuture<ActionAnswer> begin(Call call) {
        forgetOld();
        Kept before = kept.get(call);
        if (before != null) {
            return CompletableFuture.completedFuture(before.answer);
        }
        return running.putIfAbsent(call, new CompletableFuture<>());
    }

    /** Ends a call. */
    void end(Call call, ActionAnswer answer) {
        ActionAnswer remembered = answer.weight() > LARGEST_BYTES ? ActionAnswer.empty(204) : answer;
        CompletableFuture<ActionAnswer> waiting;
        synchronized (this) {
            waiting = running.remove(call);
            keep(call, remembered);
        }
        if (waiting != null) {
            waiting.complete(answer);
        }
    }

    private void keep(Call call, ActionAnswer answer) {
        ArrayDeque<Call> ofSession = bySession.computeIfAbsent(call.session, session -> new ArrayDeque<>());
        ofSession.add(call);
        kept.put(call, new Kept(answer, nanos.getAsLong()));
        bytes += answer.weight();
        if (ofSession.size() > MOST_OF_A_SESSION) {
            forget(ofSession.getFirst());
        }
        while (kept.size() > MOST || bytes > MOST_BYTES) {
            forget(oldest());
        }
    }

    private void forgetOld() {
        long now = nanos.getAsLong();
        while (!kept.isEmpty() && now - kept.get(oldest()).since > TIME.toNanos()) {
            forget(oldest());
        }
    }

    private Call oldest() {
        return kept.keySet().iterator().next();
    }

    // Of its session it is the oldest, too, since both are in the order in which the calls ended.
    private void forget(Call call) {
        bytes -= kept.remove(call).answer.weight();
        ArrayDeque<Call> ofSession = bySession.get(call.session);
        ofSession.removeFirst();
        if (ofSession.isEmpty()) {
            bySession.remove(call.session);
        }
    }

    synchronized int size() {
        return kept.size();
    }
}
