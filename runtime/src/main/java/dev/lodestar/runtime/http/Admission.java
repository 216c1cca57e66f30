package dev.lodestar.runtime.http;

import dev.lodestar.Limits;
import dev.lodestar.runtime.limit.Counts;
import dev.lodestar.runtime.limit.Network;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

/**
 * Counts the open connections, and refuses those that are too many before anything is done for them. Safe for use by any
 * thread.
 */
final class Admission implements ChannelListener<StreamConnection> {
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

    private final int limit;
    private final Counts byAddress;
    private final Predicate<InetAddress> shared;
    private final ChannelListener<StreamConnection> next;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();

    /**
     * Makes an admission without connections.
     *
     * @param shared the addresses that many clients have in common, those of trusted proxies: they are not counted for
     *     themselves
     * @param next what is done with a connection that is admitted
     */
    Admission(Limits limits, Predicate<InetAddress> shared, ChannelListener<StreamConnection> next) {
        this.limit = limits.connections();
        this.byAddress = new Counts(limits.connectionsPerAddress());
        this.shared = shared;
        this.next = next;
    }

    @Override
    public void handleEvent(StreamConnection connection) {
        InetSocketAddress peer = connection.getPeerAddress(InetSocketAddress.class);
        if (peer == null) {
            // Gone already.
            IoUtils.safeClose(connection);
            return;
        }
        if (open.incrementAndGet() > limit) {
            open.decrementAndGet();
            refuse(connection, FULL);
            return;
        }
        String address = shared.test(peer.getAddress()) ? null : Network.of(peer.getAddress());
        if (address != null && !byAddress.enter(address)) {
            open.decrementAndGet();
            refuse(connection, FULL_FOR_ADDRESS);
            return;
        }
        connection.setCloseListener(closed -> {
            open.decrementAndGet();
            if (address != null) {
                byAddress.leave(address);
            }
        });
        next.handleEvent(connection);
    }

    /** How many connections are open that were admitted. */
    int open() {
        return open.get();
    }

    private void refuse(StreamConnection connection, FinalAnswer answer) {
        if (told.incrementAndGet() > MOST_TOLD) {
            told.decrementAndGet();
            IoUtils.safeClose(connection);
            return;
        }
        connection.setCloseListener(closed -> told.decrementAndGet());
        answer.send(connection, connection.getSinkChannel().getConduit());
    }
}
