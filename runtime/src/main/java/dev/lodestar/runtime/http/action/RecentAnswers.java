package dev.lodestar.runtime.http.action;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The answers to recent calls of actions. A browser that lost an answer repeats the request, and gets the answer from
 * here instead of running the action twice. Safe for use by any thread.
 *
 * <p>Bounded: the oldest answers are evicted first. A call that is repeated after that runs again.
 */
public final class RecentAnswers {
    static final Duration TIME = Duration.ofMinutes(5);
    static final int MAX_PER_SESSION = 100;
    static final int MAX = 50_000;
    static final int MAX_BYTES = 32 << 20;

    /** A larger answer would evict many others: only the fact that it was given is kept. */
    static final int MAX_ANSWER_BYTES = 256 << 10;

    /**
     * One call of an action, however often its request arrives.
     *
     * @param session the key of the browser's session, so that nobody gets another's answer
     * @param action the action's path
     * @param id the browser's id of the call
     */
    record Call(String session, String action, String id) {}

    private record Kept(ActionAnswer answer, long since) {}

    private final LongSupplier nanos;
    private final Map<Call, CompletableFuture<ActionAnswer>> running = new HashMap<>();
    private final LinkedHashMap<Call, Kept> kept = new LinkedHashMap<>();
    private final Map<String, ArrayDeque<Call>> bySession = new HashMap<>();
    private long bytes;

    /** @param nanos a clock like {@link System#nanoTime} */
    public RecentAnswers(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Begins a call.
     *
     * @return null if this is the first request of the call, which must {@link #end} it; otherwise the answer, which
     *     completes when the first request ends the call
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
        ActionAnswer remembered = answer.weight() > MAX_ANSWER_BYTES ? ActionAnswer.empty(204) : answer;
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
        if (ofSession.size() > MAX_PER_SESSION) {
            forget(ofSession.getFirst());
        }
        while (kept.size() > MAX || bytes > MAX_BYTES) {
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

    // It is also the oldest of its session, since both are in the order in which the calls ended.
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
