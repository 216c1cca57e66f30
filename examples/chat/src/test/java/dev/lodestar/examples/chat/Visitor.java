package dev.lodestar.examples.chat;

import dev.lodestar.process.EventReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/**
 * A visitor without a browser.
 *
 * @param client makes the connections; visitors may share one
 * @param root the URL of the list of rooms
 * @param name letters and digits
 */
record Visitor(HttpClient client, URI root, String name) {
    /** Creates a client for visitors. */
    static HttpClient newClient() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /**
     * Sends a message.
     *
     * @param text free of characters that JSON escapes
     * @return the status
     */
    CompletableFuture<Integer> say(Room room, String text, String token) {
        return post(
                Actions.CHAT_SAY,
                "{\"room\":\"%s\",\"name\":\"%s\",\"text\":\"%s\",\"token\":\"%s\"}"
                        .formatted(room.path(), name, text, token));
    }

    /** Reports that this visitor is typing. */
    CompletableFuture<Integer> type(Room room) {
        return post(Actions.CHAT_TYPE, "{\"room\":\"%s\",\"name\":\"%s\"}".formatted(room.path(), name));
    }

    /** Enters a room, and stays for as long as the client lives. */
    LastFrame enter(Room room) {
        LastFrame frame = new LastFrame();
        EventReader.open(client, request(Views.CHAT + "?room=" + room.path() + "&live", "{}"), frame);
        return frame;
    }

    private CompletableFuture<Integer> post(String path, String json) {
        return client.sendAsync(request(path, json), BodyHandlers.discarding())
                .thenApply(answer -> answer.statusCode());
    }

    // A session's id has 22 characters, and the last one has few possible values; no other visitor has this id.
    private HttpRequest request(String path, String json) {
        return HttpRequest.newBuilder(root.resolve(path))
                .header("Content-Type", "application/json")
                .header("Cookie", "lodestar=" + (name + "AAAAAAAAAAAAAAAAAAAAAA").substring(0, 22))
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(json))
                .build();
    }
}
