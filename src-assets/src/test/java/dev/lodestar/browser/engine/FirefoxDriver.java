package dev.lodestar.browser.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A tab of Firefox. */
final class FirefoxDriver implements ActionsDriver {
    private final Bidi bidi;
    private final String context;
    private final Runnable close;
    private final List<String> console = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();

    FirefoxDriver(Bidi bidi, String context, Runnable close) {
        this.bidi = bidi;
        this.context = context;
        this.close = close;
        resize(1280, 720);
    }

    /** Handles a {@code log.entryAdded} event. */
    void log(JsonObject entry) {
        String text = Json.string(entry, "text");
        if (entry.has("method")) {
            console.add(Json.string(entry, "method") + ": " + text);
        }
        if (Json.string(entry, "level").equals("error")) {
            errors.add(text);
        }
    }

    @Override
    public void open(String url) {
        bidi.send("browsingContext.navigate", "context", context, "url", url, "wait", "complete");
    }

    @Override
    public void reload() {
        bidi.send("browsingContext.reload", "context", context, "wait", "complete");
    }

    @Override
    public void traverse(int entries) {
        bidi.send("browsingContext.traverseHistory", "context", context, "delta", entries);
    }

    @Override
    public String evaluate(String expression) {
        JsonObject answer;
        try {
            answer = bidi.send(
                    "script.evaluate",
                    "expression",
                    expression,
                    "target",
                    Map.of("context", context),
                    "awaitPromise",
                    true);
        } catch (IllegalStateException e) {
            throw new ScriptException(e.getMessage(), e);
        }
        if (!Json.string(answer, "type").equals("success")) {
            throw new ScriptException(Json.string(answer, "exceptionDetails", "text"));
        }
        return Json.string(answer, "result", "value");
    }

    @Override
    public void perform(JsonArray actions) {
        bidi.send("input.performActions", "context", context, "actions", actions);
    }

    @Override
    public void resize(int width, int height) {
        bidi.send(
                "browsingContext.setViewport",
                "context",
                context,
                "viewport",
                Map.of("width", width, "height", height));
    }

    @Override
    public byte[] screenshot() {
        String data = Json.string(bidi.send("browsingContext.captureScreenshot", "context", context), "data");
        return Base64.getDecoder().decode(data);
    }

    @Override
    public List<String> console() {
        return List.copyOf(console);
    }

    @Override
    public List<String> takeErrors() {
        // Everything logged earlier arrives before the answer.
        evaluate("Promise.resolve('')");
        List<String> taken = List.copyOf(errors);
        errors.clear();
        return taken;
    }

    @Override
    public void close() {
        close.run();
    }
}
