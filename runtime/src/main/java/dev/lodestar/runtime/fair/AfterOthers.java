package dev.lodestar.runtime.fair;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioIoThread;
import org.xnio.channels.StreamSinkChannel;

/**
 * Does something on a thread when it has looked at its connections once more. A task of XNIO's runs before that, and a timer would
 * have the thread sleep if nobody else is ready. So a pipe that always takes bytes is one of those that it looks at. For the
 * thread, and one task at a time.
 */
final class AfterOthers implements Executor {
    private final XnioIoThread thread;
    private final StreamSinkChannel pipe;
    private @Nullable Runnable task;

    AfterOthers(XnioIoThread thread) throws IOException {
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
                // Behind the others that turned out to be ready.
                thread.execute(next);
            } catch (RejectedExecutionException serverHasClosed) {
                // And with it all connections.
            }
        }
    }
}
