package dev.lodestar.runtime.connection;

import dev.lodestar.Limits;
import dev.lodestar.runtime.connection.refusal.FinalAnswer;
import dev.lodestar.runtime.connection.refusal.Refusal;
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
 * Counts the open connections, and refuses those above the limit before anything is done for them. New connections
 * wait if connections of the same address had to be cut off. Safe for use by any thread.
 */
final class Admission {
    /**
     * The maximum number of refused clients that are being told why. In a flood the others are disconnected without a
     * word.
     */
    private static final int MAX_TOLD = 200;

    private static final int RETRY_AFTER_SECONDS = 5;

    private static final FinalAnswer FULL = FinalAnswer.of(
            new Refusal(
                    StatusCodes.SERVICE_UNAVAILABLE,
                    "The server has as many connections as it takes; try again later."),
            RETRY_AFTER_SECONDS);
    private static final FinalAnswer FULL_FOR_ADDRESS = FinalAnswer.of(
            new Refusal(
                    StatusCodes.TOO_MANY_REQUESTS,
                    "There are too many connections from your address; close some, or try again later."),
            RETRY_AFTER_SECONDS);

    /** How many connections of an address may be cut off, plus one per interval, before its new connections wait. */
    private static final int CUT_OFF_BURST = 2;

    private static final Duration CUT_OFF_INTERVAL = Duration.ofSeconds(5);
    private static final long MAX_WAIT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final int limit;
    private final Counts byAddress;
    private final Predicate<InetAddress> shared;
    private final Rate cutOffs = new Rate(CUT_OFF_INTERVAL, CUT_OFF_BURST, System::nanoTime);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();

    /**
     * Creates an admission without connections.
     *
     * @param shared whether many clients share an address, as that of a trusted proxy: then it has no limit of its own
     */
    Admission(Limits limits, Predicate<InetAddress> shared) {
        this.limit = limits.connections();
        this.byAddress = new Counts(limits.connectionsPerAddress());
        this.shared = shared;
    }

    /** Wraps the listener that opens new connections. */
    <C extends StreamConnection> ChannelListener<C> before(ChannelListener<? super C> next) {
        return connection -> {
            InetSocketAddress peer = connection.getPeerAddress(InetSocketAddress.class);
            if (peer == null) {
                // The client has hung up already.
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
     * Called when a connection is cut off for misuse, such as a flood. If its address goes on, its next connections
     * wait before they are opened: a handshake costs more than a flood that is cut off.
     */
    void misused(StreamConnection connection) {
        InetSocketAddress peer = connection.getPeerAddress(InetSocketAddress.class);
        AddressKey address = peer == null ? null : keyOf(peer);
        if (address != null) {
            cutOffs.charge(address, MAX_WAIT_NANOS);
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

    /** The number of open connections. */
    int open() {
        return open.get();
    }

    private void refuse(StreamConnection connection, FinalAnswer answer) {
        // Over TLS an answer would take a handshake.
        if (connection instanceof SslConnection || told.get() >= MAX_TOLD) {
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
