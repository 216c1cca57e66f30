package dev.lodestar.assets;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lodestar.browser.Window;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A web site for one test: a page with the client, and responses that the test defines. */
final class Site implements BeforeEachCallback, AfterEachCallback {
    private static final String CLIENT = BrowserClient.source();
    private static final String HANDOVER = BrowserClient.handoverSource();
    private static final int PATIENCE_SECONDS = 15;

    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<LiveStream> streams = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile String html = "";

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        listen(0);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.stop(0);
        threads.shutdownNow();
    }

    private void listen(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Opens a page with this body, in which the client has started. */
    Page show(Window window, String body) {
        return showDocument(
                window,
                "<!doctype html><html><head><script type=module src=/client.js></script></head><body>" + body
                        + "</body></html>");
    }

    /** Replaces the page's body while the client keeps running: faster than {@link #show}. */
    static void refill(Page page, String body) {
        page.evaluate("body => { document.body.innerHTML = body; }", body);
    }

    private Page showDocument(Window window, String document) {
        html = document;
        window.page().navigate("http://localhost:" + port() + "/");
        return window.page();
    }

    /** Patches the page like an event from the server, with keys and values in turn. */
    void patch(Page page, String... args) {
        tell(page, "datastar-patch-elements", args);
    }

    /** Makes the page receive an event of this type, with keys and values in turn. */
    void tell(Page page, String type, String... args) {
        Map<String, String> argsRaw = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            argsRaw.put(args[i], args[i + 1]);
        }
        page.evaluate(
                "([type, argsRaw]) => document.dispatchEvent(new CustomEvent('datastar-fetch', "
                        + "{detail: {type, argsRaw, el: document.body}}))",
                List.of(type, argsRaw));
    }

    /** Answers requests for, say, {@code POST /x} with these responses in turn; the last one is repeated. */
    void answer(String what, Answer... inTurn) {
        answers.put(what, new ArrayDeque<>(List.of(inTurn)));
    }

    /** A response that is a stream, which {@link #stream()} returns. */
    Answer streaming() {
        return streaming(Map.of());
    }

    /** A stream with these headers. */
    Answer streaming(Map<String, String> headers) {
        return (request, exchange) -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            streams.add(LiveStream.open(request, exchange));
        };
    }

    /** The next stream that the browser opens. */
    LiveStream stream() {
        return await(streams, "a stream");
    }

    /** The next request from the browser, except for those for the page and the client. */
    Received request() {
        return await(received, "a request");
    }

    /** The number of requests that the test has not taken. */
    int untaken() {
        return received.size();
    }

    /** Stops listening, and breaks all connections. */
    void shutDown() {
        server.stop(0);
    }

    void startAgain() throws IOException {
        listen(port());
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static <T> T await(BlockingQueue<T> queue, String what) {
        try {
            T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertNotNull(next, () -> "the browser was expected to send " + what);
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String what =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        Received request = Received.from(exchange);
        // A browser repeats a request by itself if a reused connection breaks.
        exchange.getResponseHeaders().set("Connection", "close");
        own(what)
                .orElseGet(() -> {
                    received.add(request);
                    return answerFor(what);
                })
                .give(request, exchange);
    }

    private Optional<Answer> own(String what) {
        return switch (what) {
            case "GET /" -> Optional.of(Answer.html(html, Map.of()));
            case "GET /client.js" -> Optional.of(Answer.script(CLIENT));
            case "GET /assets/handover.js" -> Optional.of(Answer.script(HANDOVER));
            case "GET /favicon.ico" -> Optional.of(Answer.status(204));
            default -> Optional.empty();
        };
    }

    private Answer answerFor(String what) {
        Deque<Answer> inTurn = answers.get(what);
        if (inTurn == null) {
            return Answer.status(404);
        }
        synchronized (inTurn) {
            return inTurn.size() > 1 ? inTurn.poll() : inTurn.peek();
        }
    }
}
