package dev.lodestar.runtime.http;

import io.undertow.protocols.http2.Http2Channel;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioExecutor;

/** Closes a connection of HTTP/2 on which no request has been under way for some time, whatever else is sent on it. */
final class IdleTimer {
    private final Http2Connection connection;
    private final Http2Requests requests;
    private final long nanos;
    private XnioExecutor.@Nullable Key key;

    IdleTimer(Http2Connection connection, Http2Requests requests, Duration time) {
        this.connection = connection;
        this.requests = requests;
        this.nanos = time.toNanos();
        waitFor(nanos);
    }

    private void waitFor(long left) {
        try {
            key = connection.getIoThread().executeAfter(this::look, left, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException serverHasClosed) {
            // And with it the connection.
        }
    }

    private void look() {
        long left = nanos - requests.idleNanos();
        if (left > 0) {
            waitFor(left);
        } else {
            connection.leave(Http2Channel.ERROR_NO_ERROR);
        }
    }

    /** Says that the connection is closed. */
    void closed() {
        if (key != null) {
            key.remove();
        }
    }
}
