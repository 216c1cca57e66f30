package dev.lodestar.browser.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.lodestar.browser.Window;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A window of WebKit's MiniBrowser. */
final class WebKitDriver implements ActionsDriver {
    private static final String UNCAUGHT = "uncaught";

    /** How long it takes until an answer of the page has reached the driver. */
    private static final int ANSWERED_MILLIS = 150;

    /** WebDriver does not report the console, so the page records it until the next question. */
    private static final String LISTEN = """
            const told = window[Symbol.for('told')] ??= (() => {
              const told = [];
              for (const type of ['debug', 'error', 'info', 'log', 'warn']) {
                const original = console[type];
                console[type] = (...args) => {
                  told.push([type, args.map(String).join(' ')]);
                  original.apply(console, args);
                };
              }
              addEventListener('error', ({message}) => message && told.push(['%1$s', message]));
              addEventListener('unhandledrejection', ({reason}) => told.push(['%1$s', String(reason)]));
              %2$s;
              return told;
            })();
            """.formatted(UNCAUGHT, Window.WATCH_POLICY);

    private final WebDriver session;
    private final Runnable close;
    private final List<String> console = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    WebKitDriver(WebDriver session, Runnable close) {
        this.session = session;
        this.close = close;
        resize(1280, 720);
    }

    @Override
    public void open(String url) {
        listen();
        session.post("/url", "url", url);
        listen();
    }

    @Override
    public void reload() {
        listen();
        session.post("/refresh");
        listen();
    }

    @Override
    public void traverse(int entries) {
        // The driver's own commands skip history entries that no click has made. Also, it may wait for ever for the
        // answer of a script whose page is left, so the page is left later.
        evaluate("(async () => { setTimeout(() => history.go(" + entries + "), " + ANSWERED_MILLIS
                + "); return '' })()");
    }

    @Override
    public String evaluate(String expression) {
        JsonArray answer;
        try {
            answer = session.post(
                            "/execute/async",
                            "script",
                            "const done = arguments[arguments.length - 1];\n" + LISTEN + "(" + expression
                                    + "\n).then((value) => done([value, told.splice(0)]))",
                            "args",
                            List.of())
                    .getAsJsonArray();
        } catch (IllegalStateException e) {
            throw new ScriptException(e.getMessage(), e);
        }
        answer.get(1).getAsJsonArray().forEach(this::log);
        return answer.get(0).getAsString();
    }

    private void listen() {
        evaluate("Promise.resolve('')");
    }

    private void log(JsonElement told) {
        String type = told.getAsJsonArray().get(0).getAsString();
        String text = told.getAsJsonArray().get(1).getAsString();
        if (!type.equals(UNCAUGHT)) {
            console.add(type + ": " + text);
        }
        if (type.equals(UNCAUGHT) || type.equals("error")) {
            errors.add(text);
        }
    }

    @Override
    public void perform(JsonArray actions) {
        session.post("/actions", "actions", actions);
    }

    /** WebDriver sets the size of the window, which includes a bar above the page. */
    @Override
    public void resize(int width, int height) {
        int bar = Integer.parseInt(evaluate("Promise.resolve('' + (outerHeight - innerHeight))"));
        session.post("/window/rect", "width", width, "height", height + bar);
    }

    @Override
    public byte[] screenshot() {
        return Base64.getDecoder().decode(session.get("/screenshot").getAsString());
    }

    @Override
    public List<String> console() {
        listen();
        return List.copyOf(console);
    }

    @Override
    public List<String> takeErrors() {
        listen();
        List<String> taken = List.copyOf(errors);
        errors.clear();
        return taken;
    }

    @Override
    public void close() {
        close.run();
    }
}
