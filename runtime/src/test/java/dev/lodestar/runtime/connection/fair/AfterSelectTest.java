package dev.lodestar.runtime.connection.fair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xnio.OptionMap;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;
import org.xnio.channels.StreamSinkChannel;

class AfterSelectTest {
    private static final int TASKS = 50;

    private final XnioWorker worker = Xnio.getInstance().createWorker(OptionMap.EMPTY);
    private final XnioIoThread thread = worker.getIoThread();
    private final List<Integer> looks = new ArrayList<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private int looked;

    AfterSelectTest() throws IOException {}

    @AfterEach
    void end() {
        worker.shutdownNow();
    }

    private void task(AfterSelect afterOthers) {
        assertEquals(thread, Thread.currentThread());
        looks.add(looked);
        if (looks.size() < TASKS) {
            afterOthers.execute(() -> task(afterOthers));
        } else {
            done.countDown();
        }
    }

    @Test
    void readyChannelsAreServedBetweenTwoTasks() throws Exception {
        StreamSinkChannel alwaysReady = thread.createHalfDuplexPipe().getRightSide();
        alwaysReady.getWriteSetter().set(ready -> looked++);
        alwaysReady.resumeWrites();
        AfterSelect afterOthers = new AfterSelect(thread);
        thread.execute(() -> task(afterOthers));
        assertTrue(done.await(10, TimeUnit.SECONDS), "only " + looks.size() + " tasks ran");
        assertEquals(looks.stream().distinct().sorted().toList(), looks);
    }
}
