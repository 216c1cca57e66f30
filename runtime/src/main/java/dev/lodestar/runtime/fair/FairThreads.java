package dev.lodestar.runtime.fair;

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

/** The threads of a worker, which share out their time among clients rather than among connections. Safe for use by any thread. */
public final class FairThreads {
    private static final ThreadLocal<@Nullable WaitingLines> CURRENT = new ThreadLocal<>();

    private final Predicate<InetAddress> shared;

    /**
     * Has all threads of a worker be fair.
     *
     * @param shared the addresses that many clients have in common, those of trusted proxies: each of their connections is a
     *     client by itself
     * @throws IOException if there are too many open files
     */
    public FairThreads(XnioWorker worker, Predicate<InetAddress> shared) throws IOException {
        this.shared = shared;
        for (int i = 0; i < worker.getMXBean().getIoThreadCount(); i++) {
            XnioIoThread thread = worker.getIoThread(i);
            WaitingLines lines = new WaitingLines(System::nanoTime, thread, new AfterOthers(thread));
            thread.execute(() -> CURRENT.set(lines));
        }
    }

    /**
     * Does something on the calling thread, which is one of such a worker, when the others who are ready there had a turn.
     *
     * @param who whose work it is, beside clients
     */
    public static void afterOthers(Object who, Runnable work) {
        current().add(who, work);
    }

    /** Stands before what is done with a new connection, on which nothing was read yet. */
    public <C extends StreamConnection> ChannelListener<C> before(ChannelListener<? super C> next) {
        return connection -> {
            Line line = newLine(connection);
            WaitingSource.install(connection, line);
            line.take(() -> ChannelListeners.invokeChannelListener(connection, next));
        };
    }

    /** Where a connection waits. Called on its thread. */
    public Line line(StreamConnection connection) {
        return connection.getSourceChannel().getConduit() instanceof WaitingSource source
                ? source.line()
                : newLine(connection);
    }

    private Line newLine(StreamConnection connection) {
        InetSocketAddress peer = connection.getPeerAddress(InetSocketAddress.class);
        AddressKey address = peer == null ? null : AddressKey.of(peer.getAddress(), shared);
        return new Line(current(), address == null ? connection : address);
    }

    private static WaitingLines current() {
        return Objects.requireNonNull(CURRENT.get(), "not a thread that is shared out");
    }
}
