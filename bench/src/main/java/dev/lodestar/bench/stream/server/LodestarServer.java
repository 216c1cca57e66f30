package dev.lodestar.bench.stream.server;

import dev.lodestar.Config;
import dev.lodestar.Limits;
import dev.lodestar.bench.stream.quotes.Main;
import dev.lodestar.bench.stream.quotes.Quotes;
import dev.lodestar.bench.stream.quotes.QuotesPage;
import java.time.Duration;

/** The application, started as usual. Whether a stream is compressed or chunked is up to the request that opens it. */
final class LodestarServer implements StreamServer {
    /** How many seconds a browser may accept nothing before its stream is closed; the default if it is not set. */
    private static final String STALL_SECONDS = "stall.seconds";

    /** All streams come from one address and have no session. */
    private static final int MOST_STREAMS = 1_000_000;

    @Override
    public void publish(QuotesPage page) {
        Quotes.OF_THIS_PROCESS.show(page);
    }

    @Override
    public int start() {
        Limits limits = Limits.defaults()
                .withConnections(MOST_STREAMS)
                .withConnectionsPerAddress(MOST_STREAMS)
                .withStreamsPerSession(MOST_STREAMS)
                .withStreamsPerAddress(MOST_STREAMS)
                .withStreamOpeningsPerSecond(MOST_STREAMS)
                .withStreamOpeningBurst(MOST_STREAMS)
                .withStreamOpeningsPerAddress(MOST_STREAMS);
        Integer stall = Integer.getInteger(STALL_SECONDS);
        if (stall != null) {
            limits = limits.withStallTime(Duration.ofSeconds(stall));
        }
        return Main.start(Config.defaults().withPort(0).withLimits(limits)).port();
    }
}
