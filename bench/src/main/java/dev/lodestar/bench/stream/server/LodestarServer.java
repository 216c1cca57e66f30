package dev.lodestar.bench.stream.server;

import dev.lodestar.Config;
import dev.lodestar.bench.stream.quotes.Main;
import dev.lodestar.bench.stream.quotes.Quotes;
import dev.lodestar.bench.stream.quotes.QuotesPage;
import java.time.Duration;

/** The application, as it is started by anybody. Whether a stream is compressed or in chunks is for those who open it to say. */
final class LodestarServer implements StreamServer {
    /** How many seconds a browser may take nothing before its stream is closed; the default unless it is set. */
    private static final String STALL_SECONDS = "stall.seconds";

    @Override
    public void publish(QuotesPage page) {
        Quotes.OF_THIS_PROCESS.show(page);
    }

    @Override
    public int start() {
        Config config = Config.defaults().withPort(0);
        Integer stall = Integer.getInteger(STALL_SECONDS);
        return Main.start(
                        stall == null
                                ? config
                                : config.withLimits(config.limits().withStallTime(Duration.ofSeconds(stall))))
                .port();
    }
}
