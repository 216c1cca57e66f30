package dev.lodestar.examples.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lodestar.process.ServerProcess;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hundred people talk in four rooms for a few seconds, or for as many as the system property
 * {@code chat.crowd.seconds} says: {@code -DargLine=-Dchat.crowd.seconds=60}. No room gets more messages than it keeps.
 */
class CrowdTest {
    private static final int SECONDS = Integer.getInteger("chat.crowd.seconds", 4);
    private static final int PEOPLE = 200;
    private static final int MESSAGES_EACH =
            Math.min(Math.max(1, SECONDS / 10), Talk.KEPT * Room.values().length / PEOPLE);
    private static final Pattern TEXT = Pattern.compile("<p dir=\"auto\">([^<]*)</p>");

    private final Random random = new Random(8083);
    private final Map<Room, List<String>> said = new EnumMap<>(Room.class);
    private final List<CompletableFuture<Integer>> answers = new ArrayList<>();

    @Test
    void everyMessageIsInEveryFinalPageOnce(@TempDir Path folder) throws Exception {
        HttpClient client = Visitor.newClient();
        try (ServerProcess chat = ServerProcess.serve(
                Main.class, Map.of("CHAT_STORE", folder.resolve("chat.db").toString()))) {
            Map<Room, List<LastFrame>> pages = new EnumMap<>(Room.class);
            for (int i = 0; i < PEOPLE; i++) {
                Room room = Room.values()[i % Room.values().length];
                Visitor visitor = new Visitor(client, chat.uri(), "P" + i);
                pages.computeIfAbsent(room, r -> new ArrayList<>()).add(visitor.enter(room));
                talk(visitor, room);
            }
            for (CompletableFuture<Integer> answer : answers) {
                assertEquals(204, answer.get(SECONDS + 60, TimeUnit.SECONDS));
            }
            for (Room room : Room.values()) {
                for (LastFrame page : pages.get(room)) {
                    assertShowsAll(room, page);
                }
            }
            chat.kill();
            try (ServerProcess again = chat.serveAgain()) {
                for (Room room : Room.values()) {
                    assertShowsAll(room, new Visitor(client, again.uri(), "Late").enter(room));
                }
            }
        }
    }

    /** Types and says some messages at random times; every tenth request is repeated, as by the network. */
    private void talk(Visitor visitor, Room room) {
        for (int i = 0; i < MESSAGES_EACH; i++) {
            String text = visitor.name() + " says " + i;
            String token = visitor.name() + "x" + i;
            said.computeIfAbsent(room, r -> new ArrayList<>()).add(text);
            Executor later = after(random.nextInt(SECONDS * 1000));
            answers.add(CompletableFuture.supplyAsync(() -> visitor.type(room), later)
                    .thenCompose(typed -> typed)
                    .thenCompose(status -> visitor.say(room, text, token)));
            if (answers.size() % 10 == 0) {
                answers.add(CompletableFuture.supplyAsync(() -> visitor.say(room, text, token), later)
                        .thenCompose(again -> again));
            }
        }
    }

    private static Executor after(int millis) {
        return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
    }

    private void assertShowsAll(Room room, LastFrame page) throws InterruptedException {
        List<String> expected = said.get(room).stream().sorted().toList();
        String last = page.await(html -> texts(html).equals(expected), 30);
        assertEquals(expected, texts(last));
    }

    private static List<String> texts(String html) {
        return TEXT.matcher(html)
                .results()
                .map((MatchResult found) -> found.group(1))
                .sorted()
                .toList();
    }
}
