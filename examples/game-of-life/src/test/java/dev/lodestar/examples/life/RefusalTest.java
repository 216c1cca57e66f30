package dev.lodestar.examples.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.runtime.Server;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static void assertRefused(String action, String body, String because)
            throws IOException, InterruptedException {
        try (Server server = Main.start(Config.defaults().withPort(0))) {
            HttpRequest request = HttpRequest.newBuilder(server.uri().resolve(action))
                    .header("Content-Type", "application/json")
                    .header("Sec-Fetch-Site", "same-origin")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

            assertEquals(400, response.statusCode());
            assertTrue(response.body().contains(because), response.body());
        }
    }

    @Test
    void refusesStrokesBeyondTheBoard() throws Exception {
        assertRefused(Actions.LIFE_DRAW, "{\"strokes\": [{\"from\": 0, \"to\": 2500, \"erase\": false}]}", "0 to 2499");
    }

    @Test
    void refusesSpeedsThatTheClockCannotKeep() throws Exception {
        assertRefused(Actions.LIFE_SPEED + "?perSecond=0", "{}", "1 to 20");
        assertRefused(Actions.LIFE_SPEED + "?perSecond=21", "{}", "1 to 20");
    }

    @Test
    void refusesUnknownPatterns() throws Exception {
        assertRefused(Actions.LIFE_PLACE + "?pattern=BLOB", "{}", "pattern");
    }
}
