package dev.lodestar.runtime.connection.fair;

import dev.lodestar.runtime.limit.AddressKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.StreamConnection;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;

/**
 * The I/O threads of a worker, which divide their time among clients rather than connections. Safe for use by any
 * thread.
 */
public final class FairThreads {
    private static final ThreadLocal<@Nullable FairQueue> CURRENT = new ThreadLocal<>();

    private final Predicate<InetAddress> shared;

    /**
     * Makes all threads of a worker fair.
     *
     * @param shared whether many clients share an address, as that of a trusted proxy: then each of its connections
     *     counts as a client
     * @throws IOException if there are too many open files
     */
    public FairThreads(XnioWorker worker, Predicate<InetAddress> shared) throws IOException {
        this.shared = shared;
        for (int i = 0; i < worker.getMXBean().getIoThreadCount(); i++) {
            XnioIoThread thread = worker.getIoThread(i);
            FairQueue queue = new FairQueue(System::nanoTime, thread, new AfterSelect(thread));
            thread.execute(() -> CURRENT.set(queue));
        }
    }

    /**
     * Runs a task on the calling thread, which must be one of such a worker, when the others that are ready have had
     * a turn.
     *
     * @param who whose task it is; takes turns with the clients
     */
    public static void afterOthers(Object who, Runnable task) {
        current().add(who, task);
    }

    /**
     * Wraps the listener that opens new connections, so that each waits for its turn. Nothing was read from them yet.
     */
    public <C extends StreamConnection> ChannelListener<C> before(ChannelListener<? super C> next) {
        return connection -> {
            ClientQueue queue = newQueue(connection);
            QueuedSource.install(connection, queue);
            queue.run(() -> ChannelListeners.invokeChannelListener(connection, next));
        };
    }

    /** Where a connection waits for its turn. Call it on the connection's thread. */
    public ClientQueue queue(StreamConnection connection) {
        return connection.getSourceChannel().getConduit() instanceof QueuedSource source
                ? source.queue()
                : newQueue(connection);
    }

    private ClientQueue newQueue(StreamConnection connection) {
        InetSocketAddress peer = connection.getPeerAddress(InetSocketAddress.class);
        AddressKey address = peer == null ? null : AddressKey.of(peer.getAddress(), shared);
        return new ClientQueue(current(), address == null ? connection : address);
    }

    private static FairQueue current() {
        return Objects.requireNonNull(CURRENT.get(), "not a fair thread");
    }
}
