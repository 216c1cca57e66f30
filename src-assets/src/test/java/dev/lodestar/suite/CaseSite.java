package dev.lodestar.suite;

import com.google.gson.Gson;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server of one running case. */
final class CaseSite {
    private static final Gson GSON = new Gson();
    private static final int PATIENCE_SECONDS = 10;
    private static final String HARNESS = "<script src=/page.js></script>";
    private static final String CLIENT = "<script type=module src=/client.js></script>";
    private static final String SIGNALS = "<meta data-effect=\"window.signals = JSON.parse(JSON.stringify($))\">";
    private static final String STREAM = "<meta data-init=\"@get('pushed', {openWhenHidden: true})\">";

    private final Case shown;
    private final Map<String, Deque<Reply>> replies = new LinkedHashMap<>();
    private final List<Map<String, Object>> requests = new CopyOnWriteArrayList<>();
    private final Semaphore parts = new Semaphore(0);
    private final CompletableFuture<OutputStream> pushed = new CompletableFuture<>();

    CaseSite(Case shown) {
        this.shown = shown;
        shown.replies().forEach((what, inTurn) -> replies.put(what, new ArrayDeque<>(inTurn)));
    }

    /**
     * Serves the harness, which runs beside the page.
     *
     * @param wanted {@code requests} for all requests so far; {@code next} to continue a response that pauses
     *     between two parts; {@code push} to send the event in the body on the stream that the page opened when it
     *     loaded
     * @return JSON
     */
    String harness(String wanted, InputStream body) throws IOException {
        switch (wanted) {
            case "requests" -> {
                return GSON.toJson(requests);
            }
            case "next" -> parts.release();
            case "push" -> push(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            default -> throw new IllegalArgumentException("Unknown request of the harness: " + wanted);
        }
        return "true";
    }

    private void push(String line) throws IOException {
        try {
            OutputStream stream = pushed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            stream.write(
                    (Reply.event(line) + "\nevent: datastar-sync\ndata: x y\n\n").getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new IllegalStateException("the page did not open its stream", e);
        }
    }

    /** Responds at {@code path}, which is below the case's own. */
    void handle(String path, HttpExchange exchange) throws IOException {
        if (path.isEmpty()) {
            give(exchange, new Reply(200, Map.of("Content-Type", "text/html; charset=utf-8"), List.of(html()), false));
        } else if (path.equals("pushed")) {
            exchange.getResponseHeaders().set("Content-Type", Reply.STREAM);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            pushed.complete(exchange.getResponseBody());
        } else {
            requests.add(record(path, exchange));
            give(exchange, reply(exchange.getRequestMethod() + " " + path));
        }
    }

    private String html() {
        String head = HARNESS + (shown.readsSignals() ? SIGNALS : "") + (shown.isPushed() ? STREAM : "") + CLIENT;
        return shown.page().startsWith("<!doctype")
                ? shown.page().replace("<head>", "<head>" + head)
                : "<!doctype html><html lang=en><head><meta charset=utf-8>" + head + "</head><body>" + shown.page()
                        + "</body></html>";
    }

    private static Map<String, Object> record(String path, HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
        String query = exchange.getRequestURI().getRawQuery();
        return Map.of(
                "method",
                exchange.getRequestMethod(),
                "path",
                path,
                "query",
                query == null ? "" : URLDecoder.decode(query, StandardCharsets.UTF_8),
                "headers",
                headers,
                "body",
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private Reply reply(String what) {
        Deque<Reply> inTurn = replies.get(what);
        if (inTurn == null) {
            return new Reply(404, Map.of(), List.of(""), false);
        }
        synchronized (inTurn) {
            return inTurn.size() > 1 ? inTurn.remove() : inTurn.element();
        }
    }

    private void give(HttpExchange exchange, Reply reply) throws IOException {
        if (reply.status() == 0) {
            exchange.close();
            return;
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        boolean hasBody = reply.status() == 200;
        // A promise of bytes that never come turns the end into a break.
        exchange.sendResponseHeaders(reply.status(), reply.cut() ? Integer.MAX_VALUE : hasBody ? 0 : -1);
        if (hasBody) {
            OutputStream body = exchange.getResponseBody();
            for (int i = 0; i < reply.parts().size(); i++) {
                if (i > 0) {
                    awaitNext();
                }
                body.write(reply.parts().get(i).getBytes(StandardCharsets.UTF_8));
                body.flush();
            }
        }
        exchange.close();
    }

    private void awaitNext() {
        try {
            parts.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
