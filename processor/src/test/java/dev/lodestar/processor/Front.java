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

/** One address in front of several servers, which answer its requests in turns. */
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

    /** The address, with a path behind it. */
    String to(String path) {
        return "http://localhost:" + listener.getAddress().getPort() + path;
    }

    /** From now on requests go to these servers; without any, connections break. */
    void lead(Server... to) {
        servers = List.of(to).stream().map(Server::uri).toList();
    }

    /** From now on, what this names a server for goes there. */
    void except(Function<HttpExchange, Optional<Server>> which) {
        exceptions = which;
    }

    /** From now on the connections of these requests break. */
    void drop(Predicate<HttpExchange> which) {
        dropped = which;
    }

    /** Breaks all streams that are open now. */
    void cut() {
        streams.forEach(HttpExchange::close);
    }

    /** What was asked for so far: the method and the path, and whether the browser shows it as a page. */
    List<String> passed() {
        return List.copyOf(passed);
    }

    /** Waits until this was asked for more often than so many times. */
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

    /** How often this was asked for. */
    long count(String request) {
        return passed.stream().filter(request::equals).count();
    }

    private void pass(HttpExchange exchange) {
        // So that a browser does not ask one server for everything.
        exchange.getResponseHeaders().set("Connection", "close");
        List<URI> now = servers;
        try {
            if (now.isEmpty() || dropped.test(exchange)) {
                return;
            }
            boolean page = String.valueOf(exchange.getRequestHeaders().getFirst("Accept"))
                    .startsWith("text/html");
            // Whoever waited for it may cut it at once.
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
            // The browser sees that the connection breaks.
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
