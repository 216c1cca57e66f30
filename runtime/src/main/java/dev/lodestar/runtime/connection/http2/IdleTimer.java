package dev.lodestar.runtime.connection.http2;

import io.undertow.protocols.http2.Http2Channel;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioExecutor;

/** Closes a connection of HTTP/2 that had no request for some time, whatever else is sent on it. */
final class IdleTimer {
    private final Http2Connection connection;
    private final Http2Requests requests;
    private final long nanos;
    private XnioExecutor.@Nullable Key key;

    IdleTimer(Http2Connection connection, Http2Requests requests, Duration time) {
        this.connection = connection;
        this.requests = requests;
        this.nanos = time.toNanos();
        schedule(nanos);
    }

    private void schedule(long left) {
        try {
            key = connection.getIoThread().executeAfter(this::check, left, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException serverHasClosed) {
            // And the connection with it.
        }
    }

    private void check() {
        long left = nanos - requests.idleNanos();
        if (left > 0) {
            schedule(left);
        } else {
            connection.leave(Http2Channel.ERROR_NO_ERROR);
        }
    }

    /** Called when the connection is closed. */
    void closed() {
        if (key != null) {
            key.remove();
        }
    }
}
