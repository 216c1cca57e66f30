package dev.lodestar.browser.engine;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/**
 * A virtual display, and the program on it that starts WebKit's MiniBrowser, one at a time. On a display of its own,
 * each browser has the focus.
 */
final class WebKitDisplay implements AutoCloseable {
    static final String SCREEN = "Xvfb";
    static final String DRIVER = "WebKitWebDriver";
    private static final int ATTEMPTS = 5;
    private static final int PAUSE_MILLIS = 20;

    private final Program screen;
    private final Program program;
    private final WebDriver driver;

    WebKitDisplay() {
        screen = Program.start(
                Program.newHome(), Map.of(), List.of(SCREEN, "-displayfd", "1", "-screen", "0", "2000x2000x24"));
        String display = ":" + displayOf(screen);
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Program started = Program.start(
                    Program.newHome(),
                    // Its own sandbox needs rights that containers lack.
                    Map.of(
                            "DBUS_SESSION_BUS_ADDRESS",
                            "disabled:",
                            "DISPLAY",
                            display,
                            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS",
                            "1"),
                    List.of(DRIVER, "--host=127.0.0.1", "--port=" + port));
            WebDriver server = WebDriver.at(port);
            if (listens(started, server)) {
                program = started;
                driver = server;
                return;
            }
            // Somebody else has taken the port.
            started.close();
            if (attempt == ATTEMPTS) {
                screen.close();
                throw new IllegalStateException(DRIVER + " did not start");
            }
        }
    }

    /** It takes the first free number, and may complain about others before. */
    private static String displayOf(Program screen) {
        String line = screen.awaitLine("");
        while (!line.matches("\\d+")) {
            line = screen.awaitLine("");
        }
        return line;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean listens(Program program, WebDriver server) {
        while (program.isAlive()) {
            try {
                server.get("/status");
                return program.isAlive();
            } catch (UncheckedIOException e) {
                pause();
            }
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts a browser with a new profile. No browser trusts a certificate made by a test. */
    WebDriver newSession() {
        JsonObject capabilities =
                Json.object("acceptInsecureCerts", true, "timeouts", Map.of("script", 50_000, "pageLoad", 50_000));
        return driver.newSession(capabilities);
    }

    @Override
    public void close() {
        program.close();
        screen.close();
    }
}
