package dev.lodestar.examples.todo;

import dev.lodestar.Config;
import dev.lodestar.browser.engine.Box;
import dev.lodestar.browser.engine.InEveryEngine;
import dev.lodestar.browser.engine.Protocol;
import dev.lodestar.browser.engine.Tab;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.tls.DevelopmentCertificate;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@InEveryEngine
class TodoMainPathTest {
    private static final String EDITOR = ".editor:not([hidden]) input";

    @ParameterizedTest
    @EnumSource
    void twoPeopleKeepOneList(Protocol protocol, Tab one, Tab other, @TempDir Path folder) throws Exception {
        Config config = Config.defaults();
        try (Server server =
                TodoServer.start(protocol.isEncrypted() ? config.withTls(DevelopmentCertificate.in(folder)) : config)) {
            one.open(server.uri().toString());
            one.awaitVisible("#new");
            other.open(server.uri().toString());
            one.type("#new", "Milk\n");
            other.awaitText(".title", "Milk");
            one.type("Bread\n");
            other.awaitText(".title", "Milk", "Bread");
            one.awaitValueOf("#new", "");
            protocol.awaitSpokenBy(other);

            other.click(".todo:first-child .finish");
            one.awaitText(".todo.done .title", "Milk");
            one.awaitText(".left", "1 item left");

            one.doubleClick(".todo:last-child .title");
            one.awaitFocus(EDITOR);
            one.type(" rolls");
            other.click("button >> Delete Milk");
            one.awaitText(".title", "Bread");
            one.awaitFocus(EDITOR);
            one.awaitValueOf(EDITOR, "Bread rolls");
            one.press("Enter");
            other.awaitText(".title", "Bread rolls");

            other.click("#undo");
            one.awaitText(".title", "Bread");
            one.click("#undo");
            other.awaitText(".title", "Milk", "Bread");

            Box first = one.box(".todo:first-child");
            one.moveTo("button >> Move Bread");
            one.mouse()
                    .down()
                    .move(first.x() + 20, first.y() + first.height() * 0.2)
                    .up();
            other.awaitText(".title", "Bread", "Milk");
            one.reload();
            one.awaitText(".title", "Bread", "Milk");
        }
    }
}
