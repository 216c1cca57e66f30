package dev.lodestar.runtime.fair;

import org.xnio.StreamConnection;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.ReadReadyHandler;
import org.xnio.conduits.StreamSourceConduit;

/**
 * A connection's way in, which has those who want to read wait for their turn. While it stands in its line the thread does not
 * ask whether it is ready: it is.
 *
 * <p>Whether somebody wants to read is said by any thread; all else is for the connection's own.
 */
final class WaitingSource extends AbstractStreamSourceConduit<StreamSourceConduit> {
    private final Line line;
    private volatile boolean wanted;
    private volatile boolean waiting;

    WaitingSource(StreamSourceConduit next, Line line) {
        super(next);
        this.line = line;
    }

    /** Has a connection wait in a line, on which nobody reads yet. */
    static void install(StreamConnection connection, Line line) {
        ConduitStreamSourceChannel channel = connection.getSourceChannel();
        WaitingSource source = new WaitingSource(channel.getConduit(), line);
        channel.setConduit(source);
        source.setReadReadyHandler(new ReadReadyHandler.ChannelListenerHandler<>(channel));
    }

    Line line() {
        return line;
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
        } else if (line.isFree()) {
            reader.readReady();
        } else {
            waiting = true;
            super.suspendReads();
            line.add(() -> itsTurn(reader));
        }
    }

    // Though it was closed meanwhile: then the reader has to see that, and TLS does not say it twice.
    private void itsTurn(ReadReadyHandler reader) {
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

    // Another thread may have said so in between.
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
