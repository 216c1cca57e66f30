package dev.lodestar.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A finger on a page. Playwright itself can only tap. */
public final class Touch {
    private final CDPSession session;

    private Touch(CDPSession session) {
        this.session = session;
    }

    /** Makes the page's screen a touch screen. */
    public static Touch on(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        JsonObject enabled = new JsonObject();
        enabled.addProperty("enabled", true);
        session.send("Emulation.setTouchEmulationEnabled", enabled);
        return new Touch(session);
    }

    /** Puts the finger down, in CSS pixels from the upper left corner of the window. */
    public void start(double x, double y) {
        send("touchStart", point(x, y));
    }

    /** Moves it. */
    public void move(double x, double y) {
        send("touchMove", point(x, y));
    }

    /** Lifts it. */
    public void end() {
        send("touchEnd", new JsonArray());
    }

    private static JsonArray point(double x, double y) {
        JsonObject point = new JsonObject();
        point.addProperty("x", x);
        point.addProperty("y", y);
        JsonArray points = new JsonArray();
        points.add(point);
        return points;
    }

    private void send(String type, JsonArray points) {
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        session.send("Input.dispatchTouchEvent", event);
    }
}
