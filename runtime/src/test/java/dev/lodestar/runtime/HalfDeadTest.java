package dev.lodestar.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Reply;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xnio.XnioIoThread;

/** Wherever a virtual machine error is thrown, or a thread dies, the server notices and ends. */
@SuppressWarnings("try") // Some are opened only to be there.
class HalfDeadTest {
    private final AtomicBoolean closed = new AtomicBoolean();

    /** The place that throws; none at first. */
    private volatile String place = "";

    private boolean failAt(String here) {
        if (place.equals(here)) {
            throw new OutOfMemoryError("on purpose");
        }
        return true;
    }

    private void routes(RouteTable.Builder routes, Server server) {
        server.closing((AutoCloseable) () -> closed.set(true));
        routes.view("/", Scope.everybody(), request -> {
                    failAt("open");
                    return out -> out.text("shown" + failAt("view"));
                })
                .action("/a/1", request -> failAt("action") ? Reply.unchanged() : Reply.changed())
                .action("/a/deep", request -> deep(0) > 0 ? Reply.unchanged() : Reply.changed())
                .connected(List.of("/"), request -> () -> failAt("connected"))
                .disconnected(List.of("/"), request -> () -> failAt("disconnected"))
                .every(Duration.ofMillis(10), () -> !failAt("clock"));
    }

    private static int deep(int depth) {
        return deep(depth + 1) + 1;
    }

    private RunningSite start() {
        return RunningSite.start(Config.defaults().withShutdownGrace(Duration.ofMillis(200)), this::routes);
    }

    private void awaitEnd(RunningSite site) throws InterruptedException {
        Await.until(closed::get);
        assertThrows(IOException.class, site::socket);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "view", "action", "connected", "disconnected", "clock"})
    void virtualMachineErrorEndsTheServerWhereverItIsThrown(String where) throws Exception {
        try (RunningSite site = start()) {
            place = where;
            try (OpenStream stream = site.stream("/")) {
                site.post("/a/1", "");
            } catch (IOException e) {
                // The server may end before it has answered.
            }
            awaitEnd(site);
        }
    }

    private static XnioIoThread ioThread(RunningSite site, String name) throws IOException {
        try (Socket ignored = site.socket()) {
            return (XnioIoThread) Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("lodestar " + name) && thread.isAlive())
                    .findAny()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"I/O-1", "Accept"})
    void errorThatXnioCatchesAndLogsEndsTheServer(String thread) throws Exception {
        try (RunningSite site = start()) {
            ioThread(site, thread).execute(() -> {
                throw new OutOfMemoryError("on purpose");
            });
            awaitEnd(site);
        }
    }

    /** XNIO logs what such a task throws, with the task's name. */
    private static final class Deadly implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("to get out of where it is caught");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"I/O-1", "Accept"})
    void deathOfAnXnioThreadEndsTheServer(String name) throws Exception {
        try (RunningSite site = start()) {
            XnioIoThread thread = ioThread(site, name);
            thread.execute(new Deadly());
            thread.join(5_000);
            awaitEnd(site);
        }
    }

    @Test
    void stackOverflowIsAFailureOfItsCallOnly() throws Exception {
        try (RunningSite site = start()) {
            assertEquals(500, site.post("/a/deep", "").statusCode());
            assertEquals(204, site.post("/a/1", "").statusCode());
        }
    }

    @Test
    void lateListenerIsToldAtOnce() throws Exception {
        try (RunningSite site = start()) {
            place = "action";
            try {
                site.post("/a/1", "");
            } catch (IOException e) {
                // The server may end before it has answered.
            }
            Await.until(closed::get);
            AtomicBoolean told = new AtomicBoolean();
            site.server().whenItCollapses(why -> told.set(why instanceof OutOfMemoryError));
            assertTrue(told.get());
        }
    }
}
