package dev.lodestar.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the client, the harness, and each case below a separate path, so that it can use relative URLs. */
final class CaseServer implements AutoCloseable {
    private static final String CASE = "/case/";
    /** The path of a case, followed by the harness's question to its server, is below this one. */
    private static final String HARNESS = "/harness";

    private final String client;
    private final List<CaseSite> sites = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    CaseServer(String client) throws IOException {
        this.client = client;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** Serves one more case, and returns its path. */
    String add(CaseSite site) {
        sites.add(site);
        return CASE + (sites.size() - 1) + "/";
    }

    private void handle(HttpExchange exchange) throws IOException {
        // A browser repeats a request by itself if a reused connection breaks.
        exchange.getResponseHeaders().set("Connection", "close");
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/" -> give(exchange, "text/html", "<!doctype html><body><script src=/run.js></script>");
            case "/client.js" -> give(exchange, "text/javascript; charset=utf-8", client);
            case "/run.js", "/page.js" -> give(exchange, "text/javascript", resource(path.substring(1)));
            default -> handleCase(path, exchange);
        }
    }

    private void handleCase(String path, HttpExchange exchange) throws IOException {
        boolean isHarness = path.startsWith(HARNESS);
        String below = isHarness ? path.substring(HARNESS.length()) : path;
        if (!below.startsWith(CASE)) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        int end = below.indexOf('/', CASE.length());
        CaseSite site = sites.get(Integer.parseInt(below.substring(CASE.length(), end)));
        String rest = below.substring(end + 1);
        if (isHarness) {
            give(exchange, "application/json", site.harness(rest, exchange.getRequestBody()), "no-store");
        } else {
            site.handle(rest, exchange);
        }
    }

    private static void give(HttpExchange exchange, String type, String text) throws IOException {
        give(exchange, type, text, "max-age=3600");
    }

    private static void give(HttpExchange exchange, String type, String text, String caching) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", caching);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String resource(String name) throws IOException {
        try (var in = CaseServer.class.getResourceAsStream("/suite/" + name)) {
            if (in == null) {
                throw new IllegalStateException("Missing test resource suite/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
