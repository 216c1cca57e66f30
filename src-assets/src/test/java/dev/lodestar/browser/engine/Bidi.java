package dev.lodestar.browser.engine;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * A WebDriver BiDi connection: commands with their results, and events in between.
 *
 * @see <a href="https://w3c.github.io/webdriver-bidi/#protocol">WebDriver BiDi, 3. Protocol</a>
 */
final class Bidi implements WebSocket.Listener {
    private static final int PATIENCE_SECONDS = 60;

    private final Map<Integer, CompletableFuture<JsonObject>> results = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private final StringBuilder message = new StringBuilder();
    private final BiConsumer<String, JsonObject> events;
    private final WebSocket socket;

    /** Connects. The consumer gets events with their method, in order, and before the results of later commands. */
    Bidi(URI address, BiConsumer<String, JsonObject> events) {
        this.events = events;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, this)
                .join();
    }

    /** Sends a command with parameter names and values in turn, and waits for its result. */
    JsonObject send(String method, Object... parameters) {
        int id = last.incrementAndGet();
        CompletableFuture<JsonObject> result = new CompletableFuture<>();
        results.put(id, result);
        JsonObject command = Json.object("id", id, "method", method, "params", Json.object(parameters));
        socket.sendText(command.toString(), true);
        JsonObject answer = await(method, result);
        if (!Json.string(answer, "type").equals("success")) {
            throw new IllegalStateException(
                    method + ": " + Json.string(answer, "error") + ": " + Json.string(answer, "message"));
        }
        return answer.getAsJsonObject("result");
    }

    private static JsonObject await(String method, CompletableFuture<JsonObject> result) {
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The browser has not answered " + method, e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
        message.append(part);
        if (isLast) {
            receive(JsonParser.parseString(message.toString()).getAsJsonObject());
            message.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void receive(JsonObject received) {
        if (received.has("id") && !received.get("id").isJsonNull()) {
            CompletableFuture<JsonObject> result =
                    results.remove(received.get("id").getAsInt());
            if (result != null) {
                result.complete(received);
            }
        } else if (received.has("method")) {
            events.accept(Json.string(received, "method"), received.getAsJsonObject("params"));
        }
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        results.values().forEach(each -> each.completeExceptionally(error));
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        onError(from, new IllegalStateException("The browser has exited"));
        return null;
    }
}
