package dev.lodestar.runtime.connection.fair;

import org.xnio.StreamConnection;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.ReadReadyHandler;
import org.xnio.conduits.StreamSourceConduit;

/**
 * The way in of a connection, whose readers wait for their turn. While a connection that is ready waits in its queue,
 * the thread does not select it again.
 *
 * <p>Reads are resumed and suspended by any thread; everything else is confined to the connection's thread.
 */
final class QueuedSource extends AbstractStreamSourceConduit<StreamSourceConduit> {
    private final ClientQueue queue;
    private volatile boolean wanted;
    private volatile boolean waiting;

    QueuedSource(StreamSourceConduit next, ClientQueue queue) {
        super(next);
        this.queue = queue;
    }

    /** Lets a connection wait in a queue. Nobody reads from the connection yet. */
    static void install(StreamConnection connection, ClientQueue queue) {
        ConduitStreamSourceChannel channel = connection.getSourceChannel();
        QueuedSource source = new QueuedSource(channel.getConduit(), queue);
        channel.setConduit(source);
        source.setReadReadyHandler(new ReadReadyHandler.ChannelListenerHandler<>(channel));
    }

    ClientQueue queue() {
        return queue;
    }

    @Override
    public void setReadReadyHandler(ReadReadyHandler reader) {
        super.setReadReadyHandler(new ReadReadyHandler() {
            @Override
            public void readReady() {
                ready(reader);
            }

            @Override
            public void forceTermination() {
                reader.forceTermination();
            }

            @Override
            public void terminated() {
                reader.terminated();
            }
        });
    }

    private void ready(ReadReadyHandler reader) {
        if (waiting) {
            super.suspendReads();
        } else if (!wanted) {
            super.suspendReads();
            resumeIfWanted();
        } else if (queue.isFree()) {
            reader.readReady();
        } else {
            waiting = true;
            super.suspendReads();
            queue.add(() -> takeTurn(reader));
        }
    }

    // Even if it was closed meanwhile: the reader has to see that, and TLS reports it only once.
    private void takeTurn(ReadReadyHandler reader) {
        waiting = false;
        if (wanted) {
            super.resumeReads();
            reader.readReady();
        }
    }

    @Override
    public void resumeReads() {
        wanted = true;
        resumeIfWanted();
    }

    // Another thread may have resumed reads in between.
    private void resumeIfWanted() {
        if (wanted && !waiting) {
            super.resumeReads();
        }
    }

    @Override
    public void suspendReads() {
        wanted = false;
        super.suspendReads();
    }

    @Override
    public void wakeupReads() {
        wanted = true;
        super.wakeupReads();
    }

    @Override
    public boolean isReadResumed() {
        return wanted;
    }
}
