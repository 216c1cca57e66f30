package dev.lodestar.runtime.http;

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
 * Lets the new connections of one socket in some at a time. Accepting has a thread of its own, which a flood would give as much of
 * the processor as all who are served have together. Safe for use by any thread.
 */
final class Turnstile<C extends StreamConnection> implements ChannelListener<AcceptingChannel<C>> {
    private final ChannelListener<AcceptingChannel<C>> opener;
    private final Map<XnioIoThread, AcceptTurn> turns = new ConcurrentHashMap<>();
    private int resting;

    /** @param opened what is done with a new connection, on its thread */
    Turnstile(ChannelListener<? super C> opened) {
        this.opener = ChannelListeners.openListenerAdapter(opened);
    }

    @Override
    public void handleEvent(AcceptingChannel<C> socket) {
        opener.handleEvent(socket);
        turns.computeIfAbsent(XnioIoThread.requireCurrentThread(), thread -> turn(thread, socket))
                .taken();
    }

    private AcceptTurn turn(XnioIoThread thread, AcceptingChannel<C> socket) {
        return new AcceptTurn(
                System::nanoTime,
                task -> thread.executeAfter(task, AcceptTurn.TURN_MILLIS, TimeUnit.MILLISECONDS),
                () -> rest(socket),
                () -> goOn(socket));
    }

    private synchronized void rest(AcceptingChannel<C> socket) {
        if (resting++ == 0) {
            socket.suspendAccepts();
        }
    }

    private synchronized void goOn(AcceptingChannel<C> socket) {
        if (--resting == 0) {
            try {
                socket.resumeAccepts();
            } catch (RejectedExecutionException serverHasClosed) {
                // And accepts no more.
            }
        }
    }
}
