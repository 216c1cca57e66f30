package dev.lodestar.browser.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A WebDriver server, or a session on it.
 *
 * @param root the URL that commands start with, without a trailing slash
 * @see <a href="https://www.w3.org/TR/webdriver2/#protocol">WebDriver, 6. Protocol</a>
 */
record WebDriver(String root) {
    private static final int PATIENCE_MILLIS = 60_000;

    /** The server at a port of this machine. */
    static WebDriver at(int port) {
        return new WebDriver("http://127.0.0.1:" + port);
    }

    /** Begins a session. */
    WebDriver newSession(JsonObject capabilities) {
        JsonObject session = post("/session", "capabilities", Json.object("alwaysMatch", capabilities))
                .getAsJsonObject();
        return new WebDriver(root + "/session/" + Json.string(session, "sessionId"));
    }

    /** Ends this session. */
    void end() {
        send("DELETE", "", "");
    }

    JsonElement get(String command) {
        return send("GET", command, "");
    }

    /** Sends a command with parameter names and values in turn. */
    JsonElement post(String command, Object... parameters) {
        return send("POST", command, Json.object(parameters).toString());
    }

    /**
     * Sends a request.
     *
     * @throws UncheckedIOException if the server cannot be reached
     * @throws IllegalStateException if the server responds with an error
     */
    private JsonElement send(String method, String command, String body) {
        try {
            HttpURLConnection request =
                    (HttpURLConnection) URI.create(root + command).toURL().openConnection();
            request.setReadTimeout(PATIENCE_MILLIS);
            request.setRequestMethod(method);
            // WebKit's driver may overlook a second request on a connection until something else wakes it up.
            request.setRequestProperty("Connection", "close");
            if (!body.isEmpty()) {
                request.setDoOutput(true);
                request.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            }
            boolean isDone = request.getResponseCode() == 200;
            try (InputStream answer = isDone ? request.getInputStream() : request.getErrorStream()) {
                JsonElement value = JsonParser.parseString(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                        .getAsJsonObject()
                        .get("value");
                if (!isDone) {
                    JsonObject error = value.getAsJsonObject();
                    throw new IllegalStateException(
                            command + ": " + Json.string(error, "error") + ": " + Json.string(error, "message"));
                }
                return value;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
