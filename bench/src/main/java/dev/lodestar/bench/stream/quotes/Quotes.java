package dev.lodestar.bench.stream.quotes;

import dev.lodestar.Hub;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The application's state. Safe for use by any thread. */
public final class Quotes {
    /** One is enough for a process that serves one application, and whatever makes the updates must find it. */
    public static final Quotes OF_THIS_PROCESS = new Quotes();

    private volatile @Nullable QuotesPage page;
    private volatile @Nullable Hub hub;

    /** Shows another page from now on. */
    public void show(QuotesPage newest) {
        page = newest;
        Hub connected = hub;
        if (connected != null) {
            connected.refresh();
        }
    }

    synchronized void showNext() {
        QuotesPage last = page();
        show(QuotesPage.of(last.sequence() + 1, System.nanoTime(), last.quotes().size()));
    }

    void connect(Hub connected) {
        hub = connected;
    }

    QuotesPage page() {
        return Objects.requireNonNull(page);
    }
}
