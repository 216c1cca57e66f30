package dev.lodestar.runtime.connection.http2;

import dev.lodestar.Config;
import dev.lodestar.Limits;
import dev.lodestar.runtime.Await;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import dev.lodestar.runtime.tls.Certificates;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Http2Test {
    private static final int LARGE = 300_000;

    private volatile String state = "first";

    @TempDir
    private static Path folder;

    private static Config config() throws Exception {
        return Config.defaults().withTls(Certificates.write(folder, "EC"));
    }

    private void pages(RouteTable.Builder routes, Server server) {
        routes.view("/", Scope.everybody(), request -> out -> out.text(state));
        routes.view("/other", Scope.everybody(), request -> out -> {
            out.text(state);
            out.raw(new byte[LARGE]);
            out.text("end of " + state);
        });
    }

    private void change(RunningSite site, String to) {
        state = to;
        site.server().hub().refresh();
    }

    private static void awaitWatching(RunningSite site, int streams) throws InterruptedException {
        Await.until(() -> site.server().hub().watching() == streams);
    }

    @Test
    void manyStreamsShareAConnection() throws Exception {
        try (RunningSite site = RunningSite.start(config(), this::pages);
                Http2Socket browser = new Http2Socket(site.http2())) {
            for (int i = 0; i < 30; i++) {
                browser.await(browser.post("/"), "first");
            }
            awaitWatching(site, 30);
            change(site, "second");
            for (int stream = 1; stream < 60; stream += 2) {
                browser.await(stream, "second");
            }
        }
    }

    @Test
    void headMaySpanAnyNumberOfFrames() throws Exception {
        byte[] head =
                HeaderBlock.of("POST", "/").add("sec-fetch-site", "same-origin").bytes();
        try (RunningSite site = RunningSite.start(config(), this::pages);
                Http2Socket browser = new Http2Socket(site.http2())) {
            int stream = browser.open(head, 3);
            browser.await(stream, "first");
            browser.await(browser.open(head, head.length), "first");
        }
    }

    @Test
    void authorityIsTheHost() throws Exception {
        try (RunningSite site = RunningSite.start(config(), this::pages);
                Http2Socket browser = new Http2Socket(site.http2())) {
            browser.await(browser.post("/", "localhost:1"), "first");
            browser.await(browser.post("/", "evil.example"), "does not go by the name evil.example");
            browser.await(browser.post("/", ""), "must name one host");
        }
    }

    @Test
    void resetOfOneStreamIsNoticedAndTheOthersGoOn() throws Exception {
        try (RunningSite site = RunningSite.start(config(), this::pages)) {
            try (Http2Socket browser = new Http2Socket(site.http2())) {
                int closed = browser.post("/");
                int kept = browser.post("/");
                browser.await(closed, "first");
                browser.await(kept, "first");
                awaitWatching(site, 2);
                browser.reset(closed);
                awaitWatching(site, 1);
                change(site, "second");
                browser.await(kept, "second");
            }
            awaitWatching(site, 0);
        }
    }

    @Test
    void stalledStreamDelaysNeitherTheOthersNorItsOwnNewestFrame() throws Exception {
        try (RunningSite site = RunningSite.start(config(), this::pages);
                Http2Socket browser = new Http2Socket(site.http2())) {
            int slow = browser.post("/other");
            browser.stall(slow);
            int fast = browser.post("/other");
            browser.await(fast, "end of first");
            for (int i = 0; i < 5; i++) {
                change(site, "state" + i);
                browser.await(fast, "end of state" + i);
            }
            awaitWatching(site, 2);
        }
    }

    @Test
    void streamThatReadsNothingIsResetAlone() throws Exception {
        Config config = config().withLimits(Limits.defaults().withStallTime(Duration.ofMillis(300)));
        try (RunningSite site = RunningSite.start(config, this::pages);
                Http2Socket browser = new Http2Socket(site.http2())) {
            int stuck = browser.post("/other");
            browser.stall(stuck);
            int other = browser.post("/");
            browser.await(other, "first");
            browser.awaitReset(stuck);
            awaitWatching(site, 1);
            change(site, "second");
            browser.await(other, "second");
        }
    }

    @Test
    void streamsEndInOrderWhenTheServerCloses() throws Exception {
        try (RunningSite site = RunningSite.start(config(), this::pages);
                Http2Socket browser = new Http2Socket(site.http2())) {
            int stream = browser.post("/");
            browser.await(stream, "first");
            Thread closing = new Thread(site::close);
            closing.start();
            browser.awaitEnd(stream);
            closing.join();
        }
    }
}
