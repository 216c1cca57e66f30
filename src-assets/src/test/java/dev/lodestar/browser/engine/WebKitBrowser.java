package dev.lodestar.browser.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** WebKit's MiniBrowser, through WebDriver. Each tab is a separate process, whose display is used again afterwards. */
final class WebKitBrowser implements Browser {
    private final List<WebKitDisplay> all = new ArrayList<>();
    private final Deque<WebKitDisplay> idle = new ArrayDeque<>();

    @Override
    public Driver open() {
        if (idle.isEmpty()) {
            WebKitDisplay display = new WebKitDisplay();
            all.add(display);
            idle.push(display);
        }
        WebKitDisplay display = idle.pop();
        WebDriver session = display.newSession();
        return new WebKitDriver(session, () -> {
            session.end();
            idle.push(display);
        });
    }

    @Override
    public void close() {
        all.forEach(WebKitDisplay::close);
    }
}
