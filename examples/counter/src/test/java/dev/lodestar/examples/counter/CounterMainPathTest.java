package dev.lodestar.examples.counter;

import dev.lodestar.Config;
import dev.lodestar.browser.engine.InEveryEngine;
import dev.lodestar.browser.engine.Protocol;
import dev.lodestar.browser.engine.Tab;
import dev.lodestar.process.ServerProcess;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.tls.DevelopmentCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@InEveryEngine
class CounterMainPathTest {
    @ParameterizedTest
    @EnumSource
    void twoWindowsCountTogether(Protocol protocol, Tab one, Tab other, @TempDir Path folder) throws Exception {
        Config config = Config.defaults().withPort(0);
        try (Server server =
                Main.start(protocol.isEncrypted() ? config.withTls(DevelopmentCertificate.in(folder)) : config)) {
            one.open(server.uri().toString());
            one.awaitText("output", "0");
            other.open(server.uri().toString());
            one.awaitText(".watching", "2 watching");

            one.click("button >> One more");
            one.awaitText("output", "1");
            other.awaitText("output", "1");
            other.click("button >> One less");
            other.click("button >> One less");
            one.awaitText("output", "-1");
            other.awaitText("output", "-1");
            protocol.awaitSpokenBy(one);

            other.open("about:blank");
            one.awaitText(".watching", "1 watching");
            other.back();
            other.awaitText("output", "-1");
        }
    }

    @Test
    void bothWindowsRecoverFromAKilledServer(Tab one, Tab other) throws IOException {
        try (ServerProcess first = ServerProcess.serve(Main.class, Map.of())) {
            one.open(first.uri().toString());
            other.open(first.uri().toString());
            other.awaitText(".watching", "2 watching");
            one.evaluate("document.addEventListener('datastar-fetch', ({detail}) => {"
                    + " if (detail.type === 'finished') document.body.className = 'answered' })");
            one.click("button >> One more");
            other.awaitText("output", "1");
            // A click that loses its answer when the server is killed is sent again, to the next process.
            one.await("document.body.className === 'answered'");

            first.kill();
            try (ServerProcess second = first.serveAgain()) {
                // A new process counts from 0; the pages show that without being reloaded.
                one.patient(Duration.ofSeconds(20)).awaitText("output", "0");
                other.patient(Duration.ofSeconds(20)).awaitText("output", "0");
                other.click("button >> One more");
                one.awaitText("output", "1");
                second.kill();
            }
        }
        // A server that is down on purpose is not an error of the page, however the browser reports it.
        one.takeErrors();
        other.takeErrors();
    }
}
