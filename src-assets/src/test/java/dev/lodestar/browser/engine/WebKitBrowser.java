package dev.lodestar.browser.engine;

import java.util.ArrayDeque;
import java.util.Deque;

/** WebKit's MiniBrowser, through WebDriver. Each tab is a process of its own; the display it was on serves the next. */
final class WebKitBrowser implements Browser {
    private final Deque<WebKitDisplay> idle = new ArrayDeque<>();

    @Override
    public Driver open() {
        WebKitDisplay display = idle.isEmpty() ? new WebKitDisplay() : idle.pop();
        WebDriver session = display.newSession();
        return new WebKitDriver(session, () -> {
            session.end();
            idle.push(display);
        });
    }

    @Override
    public void close() {
        idle.forEach(WebKitDisplay::close);
    }
}
