package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Fields;
import dev.lodestar.Request;
import dev.lodestar.runtime.Await;
import dev.lodestar.runtime.OpenStream;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import java.lang.ref.WeakReference;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of a request that has opened a stream. */
class KeptRequestTest {
    private final BlockingQueue<Request> opened = new LinkedBlockingQueue<>();
    private final BlockingQueue<WeakReference<Fields>> read = new LinkedBlockingQueue<>();
    private final RunningSite site = RunningSite.start((routes, server) -> routes(routes));

    private void routes(RouteTable.Builder routes) {
        routes.view("/other", Scope.connection(), request -> {
                    read.add(new WeakReference<>(request.signals()));
                    opened.add(request);
                    return out -> out.text("shown");
                })
                .disconnected(List.of("/other"), request -> () -> opened.add(request));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Request next() throws InterruptedException {
        Request request = opened.poll(10, TimeUnit.SECONDS);
        assertTrue(request != null, "a request came");
        return request;
    }

    @Test
    void hasItsHeadAndItsSessionAndNothingOfItsBody() throws Exception {
        try (OpenStream stream = site.stream(site.to("/other?q=1&q=2").header("X-Own", "own"), "{\"a\": {\"b\": 1}}")) {
            stream.await("shown");
            Request request = next();
            WeakReference<Fields> signals = read.take();
            Await.until(() -> {
                System.gc();
                return signals.get() == null;
            });
            assertEquals(List.of("1", "2"), request.query().list("q", Fields::string));
            assertEquals("own", request.header("x-own").orElse("none"));
            assertEquals("/other", request.path());
            request.session().set("x", "kept");
            String message =
                    assertThrows(IllegalStateException.class, request::signals).getMessage();
            assertTrue(message.startsWith("The request of a stream has no signals() and files()"), message);
            assertThrows(IllegalStateException.class, () -> request.files("a"));
        }
        Request atTheEnd = next();
        assertThrows(IllegalStateException.class, atTheEnd::signals);
        assertEquals("1", atTheEnd.query().string("q"));
    }

    @Test
    void queryOfVeryManyParametersIsA400() throws Exception {
        try (OpenStream stream = site.stream("/other?" + "a&".repeat(200))) {
            stream.await("shown");
        }
        HttpResponse<String> refused = site.post("/other?" + "a&".repeat(201), "{}");
        assertEquals(400, refused.statusCode());
        assertEquals("The query must have at most 200 parameters.", refused.body());
    }
}
