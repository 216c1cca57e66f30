package dev.lodestar.runtime.connection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.StreamConnection;
import org.xnio.XnioIoThread;
import org.xnio.channels.AcceptingChannel;

/**
 * Limits how fast one socket accepts connections. Accepting has a thread of its own, which in a flood would take as
 * much of the processor as all I/O threads together. Safe for use by any thread.
 */
final class Turnstile<C extends StreamConnection> implements ChannelListener<AcceptingChannel<C>> {
    private final ChannelListener<AcceptingChannel<C>> opener;
    private final Map<XnioIoThread, AcceptTurn> turns = new ConcurrentHashMap<>();
    private int pauses;

    /** @param opened receives each new connection, on the connection's thread */
    Turnstile(ChannelListener<? super C> opened) {
        this.opener = ChannelListeners.openListenerAdapter(opened);
    }

    @Override
    public void handleEvent(AcceptingChannel<C> socket) {
        opener.handleEvent(socket);
        turns.computeIfAbsent(XnioIoThread.requireCurrentThread(), thread -> turn(thread, socket))
                .accepted();
    }

    private AcceptTurn turn(XnioIoThread thread, AcceptingChannel<C> socket) {
        return new AcceptTurn(
                System::nanoTime,
                task -> thread.executeAfter(task, AcceptTurn.TURN_MILLIS, TimeUnit.MILLISECONDS),
                () -> pause(socket),
                () -> resume(socket));
    }

    private synchronized void pause(AcceptingChannel<C> socket) {
        if (pauses++ == 0) {
            socket.suspendAccepts();
        }
    }

    private synchronized void resume(AcceptingChannel<C> socket) {
        if (--pauses == 0) {
            try {
                socket.resumeAccepts();
            } catch (RejectedExecutionException serverHasClosed) {
                // Nothing is accepted any more.
            }
        }
    }
}
