package dev.lodestar.runtime.collapse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CollapseTest {
    private final BlockingQueue<Throwable> told = new LinkedBlockingQueue<>();
    private final Collapse collapse = Collapse.watch(told::add);

    @AfterEach
    void close() {
        collapse.close();
    }

    @Test
    void virtualMachineErrorIsReportedEvenAsACause() throws Exception {
        Error error = new OutOfMemoryError("on purpose");
        Collapse.notice(new IllegalStateException(new RuntimeException(error)));
        assertSame(error, told.poll(5, TimeUnit.SECONDS));
        assertSame(error, collapse.cause());
    }

    @Test
    void onlyTheFirstIsReported() throws Exception {
        Collapse.notice(new InternalError("first"));
        Collapse.notice(new InternalError("second"));
        assertEquals("first", told.take().getMessage());
        assertNull(told.poll(100, TimeUnit.MILLISECONDS));
    }

    @Test
    void deadThreadIsReportedWhateverItDiedOf() throws Exception {
        collapse.died(new IllegalStateException("on purpose"));
        assertEquals("on purpose", told.take().getMessage());
    }

    @Test
    void failureOfOneCallIsNotReported() {
        Collapse.notice(new StackOverflowError());
        Collapse.notice(new AssertionError(new IllegalStateException()));
        Collapse.notice(new NoClassDefFoundError());
        assertNull(collapse.cause());
    }

    @Test
    void circularCausesAreHandled() {
        Exception first = new Exception();
        first.initCause(new Exception(first));
        Collapse.notice(first);
        assertNull(collapse.cause());
    }

    @Test
    void closedWatchIsNotTold() {
        collapse.close();
        Collapse.notice(new OutOfMemoryError("on purpose"));
        assertNull(collapse.cause());
    }
}
