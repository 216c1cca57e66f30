package dev.lodestar.examples.chat;

import dev.lodestar.Config;
import dev.lodestar.browser.engine.InEveryEngine;
import dev.lodestar.browser.engine.Protocol;
import dev.lodestar.browser.engine.Tab;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.tls.DevelopmentCertificate;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@InEveryEngine
class ChatMainPathTest {
    private static final String NAME = ".call input";
    private static final String BOX = ".say textarea";
    private static final String LINES = "#log li p";

    private static void enter(Tab tab, URI root, String name) {
        tab.open(RoomPage.address(root, "lobby"));
        tab.awaitFocus(NAME);
        tab.type(name + "\n");
        tab.awaitFocus(BOX);
    }

    @ParameterizedTest
    @EnumSource
    void twoPeopleTalk(Protocol protocol, Tab ada, Tab bob, @TempDir Path folder) throws Exception {
        Config config = Config.defaults();
        try (Server server =
                ChatServer.start(protocol.isEncrypted() ? config.withTls(DevelopmentCertificate.in(folder)) : config)) {
            enter(ada, server.uri(), "Ada");
            enter(bob, server.uri(), "Bob");
            ada.awaitText(".guests", "Ada, Bob");
            ada.type("Hello, <b>Bob</b>");
            bob.awaitVisible(".typing span");
            ada.press("Enter");
            bob.awaitText(LINES, "Hello, <b>Bob</b>");
            bob.type("Hi \u00e4da\n");
            ada.awaitText(LINES, "Hello, <b>Bob</b>", "Hi \u00e4da");
            ada.awaitText("li.mine p", "Hello, <b>Bob</b>");
            ada.awaitValueOf(BOX, "");
            protocol.awaitSpokenBy(ada);

            bob.reload();
            bob.awaitText("button.name bdi", "Bob");
            bob.awaitText("li.mine p", "Hi \u00e4da");
        }
    }
}
