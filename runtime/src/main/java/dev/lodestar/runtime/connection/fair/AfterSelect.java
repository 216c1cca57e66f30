package dev.lodestar.runtime.connection.fair;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioIoThread;
import org.xnio.channels.StreamSinkChannel;

/**
 * Runs a task on an I/O thread after its next select, when the connections that became ready have been served. XNIO
 * runs its own tasks before the select, and a timer would let the thread sleep if nothing is ready. So the thread
 * also selects a pipe that is always writable. Confined to the thread; holds one task at a time.
 */
final class AfterSelect implements Executor {
    private final XnioIoThread thread;
    private final StreamSinkChannel pipe;
    private @Nullable Runnable task;

    AfterSelect(XnioIoThread thread) throws IOException {
        this.thread = thread;
        this.pipe = thread.createHalfDuplexPipe().getRightSide();
        pipe.getWriteSetter().set(ready -> run());
    }

    @Override
    public void execute(Runnable next) {
        task = next;
        pipe.resumeWrites();
    }

    private void run() {
        pipe.suspendWrites();
        Runnable next = task;
        task = null;
        if (next != null) {
            try {
                // After the other connections that are ready.
                thread.execute(next);
            } catch (RejectedExecutionException serverHasClosed) {
                // And all connections with it.
            }
        }
    }
}
