package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lodestar.runtime.Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/** A proxy with one address in front of several servers, which take turns at answering requests. */
final class Front implements AutoCloseable {
    private static final Set<String> OWN_HEADERS =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "keep-alive");

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final HttpServer listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<String> passed = new CopyOnWriteArrayList<>();
    private final Set<HttpExchange> streams = ConcurrentHashMap.newKeySet();
    private volatile List<URI> servers = List.of();
    private volatile Function<HttpExchange, Optional<Server>> exceptions = request -> Optional.empty();
    private volatile Predicate<HttpExchange> dropped = request -> false;

    private Front(HttpServer listener) {
        this.listener = listener;
    }

    static Front open() throws IOException {
        Front front = new Front(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        front.listener.createContext("/", front::pass);
        front.listener.setExecutor(front.threads);
        front.listener.start();
        return front;
    }

    /** The URL of a path. */
    String to(String path) {
        return "http://localhost:" + listener.getAddress().getPort() + path;
    }

    /** Sends requests to these servers from now on; if there are none, drops connections. */
    void lead(Server... to) {
        servers = List.of(to).stream().map(Server::uri).toList();
    }

    /** From now on, sends requests for which this returns a server to that server. */
    void except(Function<HttpExchange, Optional<Server>> which) {
        exceptions = which;
    }

    /** Drops the connections of these requests from now on. */
    void drop(Predicate<HttpExchange> which) {
        dropped = which;
    }

    /** Drops all open streams. */
    void cut() {
        streams.forEach(HttpExchange::close);
    }

    /** The requests so far: method and path, and whether the browser navigates to it. */
    List<String> passed() {
        return List.copyOf(passed);
    }

    /** Waits until there have been more than this number of the request. */
    void awaitMoreThan(long times, String request) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        synchronized (passed) {
            while (count(request) <= times) {
                long left = (end - System.nanoTime()) / 1_000_000;
                assertTrue(left > 0, () -> "not asked for again: " + request + "; but for " + passed);
                passed.wait(left);
            }
        }
    }

    /** How often there has been this request. */
    long count(String request) {
        return passed.stream().filter(request::equals).count();
    }

    private void pass(HttpExchange exchange) {
        // Without it, a browser would send all requests to the same server.
        exchange.getResponseHeaders().set("Connection", "close");
        List<URI> now = servers;
        try {
            if (now.isEmpty() || dropped.test(exchange)) {
                return;
            }
            boolean page = String.valueOf(exchange.getRequestHeaders().getFirst("Accept"))
                    .startsWith("text/html");
            // A test that waits for the request may drop the stream right away.
            if (exchange.getRequestMethod().equals("POST")) {
                streams.add(exchange);
            }
            note(exchange.getRequestMethod() + " " + exchange.getRequestURI() + (page ? " as a page" : ""));
            URI server = exceptions
                    .apply(exchange)
                    .map(Server::uri)
                    .orElseGet(() -> now.get(Math.floorMod(turn.getAndIncrement(), now.size())));
            answer(exchange, client.send(request(exchange, server), BodyHandlers.ofInputStream()));
        } catch (IOException | InterruptedException gone) {
            // To the browser, the connection breaks.
        } finally {
            streams.remove(exchange);
            exchange.close();
        }
    }

    private void note(String request) {
        synchronized (passed) {
            passed.add(request);
            passed.notifyAll();
        }
    }

    private static HttpRequest request(HttpExchange exchange, URI server) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase())) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static void answer(HttpExchange exchange, HttpResponse<InputStream> response) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase())) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        boolean empty = response.statusCode() == 304 || response.statusCode() == 204;
        exchange.sendResponseHeaders(response.statusCode(), empty ? -1 : 0);
        try (InputStream in = response.body();
                OutputStream out = exchange.getResponseBody()) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                out.flush();
            }
        }
    }

    @Override
    public void close() {
        listener.stop(0);
        threads.shutdownNow();
    }
}
