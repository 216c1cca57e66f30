package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.BadInput;
import dev.lodestar.Html;
import dev.lodestar.Reply;
import dev.lodestar.runtime.RawAnswer;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.route.ActionHandler;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExactlyOnceTest {
    private static final String SESSION = "lodestar=abcdefghijklmnopqrstuA";
    private static final AtomicInteger runs = new AtomicInteger();
    private static final AtomicInteger ids = new AtomicInteger();
    private static volatile ActionHandler action = request -> Reply.changed();
    private static RunningSite site;

    private final String id = "0123456789abcdef" + ids.incrementAndGet();

    @BeforeAll
    static void start() {
        site = RunningSite.start((routes, server) -> routes.action("/a/1", request -> {
                    runs.incrementAndGet();
                    return action.handle(request);
                })
                .action("/a/2", request -> Reply.error(418, "run " + runs.incrementAndGet())));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void countAnew() {
        runs.set(0);
    }

    private static HttpRequest.Builder call(String path, String id, String cookie) {
        HttpRequest.Builder request = site.to(path).header("Lodestar-Call", id).POST(BodyPublishers.ofString("{}"));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> call() throws Exception {
        return site.send(call("/a/1", id, SESSION));
    }

    private static List<Object> seen(HttpResponse<String> answer) {
        return List.of(
                answer.statusCode(),
                answer.body(),
                answer.headers().allValues("Content-Type"),
                answer.headers().allValues("Location"),
                answer.headers().allValues("Set-Cookie"));
    }

    @Test
    void repeatedCallGetsTheSameAnswerAndDoesNotRunAgain() throws Exception {
        ActionHandler[] all = {
            request -> Reply.changed(),
            request -> Reply.html(Html.raw("<p id=a>" + runs.get() + "</p>")),
            request -> Reply.redirect("/run" + runs.get()),
            request -> Reply.error(409, "Refused in run " + runs.get() + "."),
            request -> {
                throw new BadInput("Bad in run " + runs.get() + ".");
            },
            request -> {
                throw new IllegalStateException("on purpose");
            }
        };
        int[] statuses = {204, 200, 303, 409, 400, 500};
        for (int i = 0; i < all.length; i++) {
            action = all[i];
            runs.set(0);
            HttpRequest.Builder call = call("/a/1", id + "-" + i, SESSION);
            HttpResponse<String> first = site.send(call);
            assertEquals(statuses[i], first.statusCode());
            assertEquals(seen(first), seen(site.send(call)));
            assertEquals(1, runs.get(), "runs of the call that is answered with " + statuses[i]);
        }
    }

    @Test
    void repeatThatComesWhileTheCallRunsWaitsForItsAnswer() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        action = request -> {
            begun.countDown();
            leave.await();
            return Reply.error(418, "run " + runs.get());
        };
        CompletableFuture<List<Object>> first = CompletableFuture.supplyAsync(this::quietly);
        begun.await();
        CompletableFuture<List<Object>> second = CompletableFuture.supplyAsync(this::quietly);
        CompletableFuture<List<Object>> third = CompletableFuture.supplyAsync(this::quietly);
        // Another call, so that the server has had the time to do something wrong.
        assertEquals(418, site.send(call("/a/2", id + "x", SESSION)).statusCode());
        assertFalse(second.isDone() || third.isDone());
        leave.countDown();
        assertEquals(first.get(9, TimeUnit.SECONDS), second.get(9, TimeUnit.SECONDS));
        assertEquals(first.get(), third.get(9, TimeUnit.SECONDS));
        assertEquals(2, runs.get(), "one run of each action");
    }

    private List<Object> quietly() {
        try {
            return seen(call());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void callIsOfOneSessionAndOneAction() throws Exception {
        action = request -> Reply.error(418, "run " + runs.get());
        assertEquals("run 1", call().body());
        assertEquals("run 2", site.send(call("/a/2", id, SESSION)).body());
        assertEquals(
                "run 3",
                site.send(call("/a/1", id, "lodestar=abcdefghijklmnopqrstuB")).body());
        assertEquals("run 1", call().body());
    }

    @Test
    void withoutAnIdOrASessionEachRequestRuns() throws Exception {
        action = request -> Reply.error(418, "run " + runs.get());
        for (int run = 1; run < 3; run++) {
            assertEquals("run " + run, site.post("/a/1", "{}").body());
        }
        for (int run = 3; run < 5; run++) {
            assertEquals("run " + run, site.send(call("/a/1", id, "")).body());
        }
    }

    @Test
    void idThatNoClientMakesIsRefused() throws Exception {
        for (String bad :
                new String[] {"", "short", "a".repeat(65), "0123456789abcdef!", "0123456789abcdef 7", "ü".repeat(20)}) {
            String answer = RawAnswer.to(
                    site,
                    "POST /a/1 HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n"
                            + "Connection: close\r\nLodestar-Call: " + bad + "\r\n\r\n");
            assertTrue(
                    answer.startsWith("HTTP/1.1 400") && answer.contains("Lodestar-Call must be one id of 16"), answer);
        }
        assertEquals(
                400,
                site.send(call("/a/1", id, SESSION).header("Lodestar-Call", id)).statusCode());
        assertEquals(0, runs.get());
    }

    @Test
    void browserThatLostItsNewSessionWithTheAnswerGetsItWithTheRepeat() throws Exception {
        action = request -> {
            request.session().renew();
            return Reply.changed();
        };
        HttpResponse<String> login = call();
        String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
        assertFalse(cookie.startsWith(SESSION), cookie);
        assertEquals(List.of(cookie), call().headers().allValues("Set-Cookie"));
        assertEquals(1, runs.get());
    }
}
