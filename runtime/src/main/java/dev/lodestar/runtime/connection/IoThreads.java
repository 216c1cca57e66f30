package dev.lodestar.runtime.connection;

import dev.lodestar.runtime.collapse.Collapse;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.XnioIoThread;

/**
 * The group of a worker's threads, which notices when one of them dies: XNIO does not replace it, and its connections
 * would hang for ever. An error in a task or a listener does not end the thread; XNIO logs it, and the log reports it.
 */
final class IoThreads extends ThreadGroup {
    private static final Logger log = LoggerFactory.getLogger(IoThreads.class);

    private volatile Consumer<Throwable> died;

    /** @param died receives what a thread died of */
    IoThreads(Consumer<Throwable> died) {
        super("lodestar");
        this.died = died;
    }

    /** Stops reporting. Up to JDK 18 a thread group lives as long as the process, and would keep its server alive. */
    void forget() {
        died = why -> {};
    }

    @Override
    public void uncaughtException(Thread thread, Throwable why) {
        if (thread instanceof XnioIoThread) {
            died.accept(why);
        } else {
            Collapse.notice(why);
        }
        log.error("The thread {} died.", thread.getName(), why);
    }
}
