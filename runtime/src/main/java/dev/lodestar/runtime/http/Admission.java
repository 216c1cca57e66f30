package dev.lodestar.runtime.http;

import dev.lodestar.Limits;
import dev.lodestar.runtime.limit.AddressKey;
import dev.lodestar.runtime.limit.Counts;
import dev.lodestar.runtime.limit.Rate;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.ssl.SslConnection;

/**
 * Counts the open connections, and refuses those that are too many before anything is done for them. Those of addresses
 * whose connections had to be cut off wait. Safe for use by any
 * thread.
 */
final class Admission {
    /** So many refused clients are told why at a time; of a flood, the others are only hung up on. */
    private static final int MOST_TOLD = 200;

    private static final int RETRY_AFTER_SECONDS = 5;

    private static final FinalAnswer FULL = FinalAnswer.of(
            StatusCodes.SERVICE_UNAVAILABLE,
            "The server has as many connections as it takes; try again later.",
            RETRY_AFTER_SECONDS);
    private static final FinalAnswer FULL_FOR_ADDRESS = FinalAnswer.of(
            StatusCodes.TOO_MANY_REQUESTS,
            "There are too many connections from your address; close some, or try again later.",
            RETRY_AFTER_SECONDS);

    /** An address may have so many connections cut off, and one more in each interval, before its next ones wait. */
    private static final int CUT_OFF_BURST = 5;

    private static final Duration CUT_OFF_INTERVAL = Duration.ofSeconds(5);
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(30);

    private final int limit;
    private final Counts byAddress;
    private final Predicate<InetAddress> shared;
    private final Rate cutOffs = new Rate(CUT_OFF_INTERVAL, CUT_OFF_BURST, System::nanoTime);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();

    /**
     * Makes an admission without connections.
     *
     * @param shared the addresses that many clients have in common, those of trusted proxies: they are not counted for
     *     themselves
     */
    Admission(Limits limits, Predicate<InetAddress> shared) {
        this.limit = limits.connections();
        this.byAddress = new Counts(limits.connectionsPerAddress());
        this.shared = shared;
    }

    /** Stands before what is done with a new connection. */
    <C extends StreamConnection> ChannelListener<C> before(ChannelListener<? super C> next) {
        return connection -> {
            InetSocketAddress peer = connection.getPeerAddress(InetSocketAddress.class);
            if (peer == null) {
                // Gone already.
                IoUtils.safeClose(connection);
                return;
            }
            AddressKey address = keyOf(peer);
            if (!admits(connection, address)) {
                return;
            }
            long wait = address == null ? 0 : cutOffs.untilNext(address);
            if (wait == 0) {
                next.handleEvent(connection);
            } else {
                openLater(connection, next, wait);
            }
        };
    }

    private static <C extends StreamConnection> void openLater(
            C connection, ChannelListener<? super C> next, long nanos) {
        try {
            connection.getIoThread().executeAfter(() -> next.handleEvent(connection), nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException serverHasClosed) {
            IoUtils.safeClose(connection);
        }
    }

    /**
     * Says that a connection is cut off for what it does, such as flooding the server. If its address goes on like this,
     * its next connections wait before they are opened: a handshake costs more than a flood that is cut off.
     */
    void misused(StreamConnection connection) {
        InetSocketAddress peer = connection.getPeerAddress(InetSocketAddress.class);
        AddressKey address = peer == null ? null : keyOf(peer);
        if (address != null) {
            cutOffs.charge(address, LONGEST_WAIT);
        }
    }

    private @Nullable AddressKey keyOf(InetSocketAddress peer) {
        return AddressKey.of(peer.getAddress(), shared);
    }

    private boolean admits(StreamConnection connection, @Nullable AddressKey address) {
        if (open.incrementAndGet() > limit) {
            open.decrementAndGet();
            refuse(connection, FULL);
            return false;
        }
        if (address != null && !byAddress.enter(address)) {
            open.decrementAndGet();
            refuse(connection, FULL_FOR_ADDRESS);
            return false;
        }
        connection.setCloseListener(closed -> {
            open.decrementAndGet();
            if (address != null) {
                byAddress.leave(address);
            }
        });
        return true;
    }

    /** How many connections are open that were admitted. */
    int open() {
        return open.get();
    }

    private void refuse(StreamConnection connection, FinalAnswer answer) {
        // Over TLS it would take a handshake to tell.
        if (connection instanceof SslConnection || told.get() >= MOST_TOLD) {
            IoUtils.safeClose(connection);
            return;
        }
        told.incrementAndGet();
        connection.setCloseListener(closed -> told.decrementAndGet());
        answer.send(
                connection,
                connection.getSourceChannel().getConduit(),
                connection.getSinkChannel().getConduit());
    }
}
