package dev.lodestar.runtime.http;

import dev.lodestar.Limits;
import dev.lodestar.runtime.limit.AddressKey;
import dev.lodestar.runtime.limit.Counts;
import dev.lodestar.runtime.limit.Rate;
import dev.lodestar.runtime.session.BrowserSession;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How much of something each browser gets, told apart by its session, or by its address if it has none; and how much all
 * browsers of an address get together, since whoever makes up a session for each request is a new browser each time. Safe for
 * use by any thread.
 */
final class Quota {
    private final Share ofAddress;
    private final Share ofBrowser;
    private final boolean lent;
    private final Predicate<InetAddress> shared;

    /**
     * @param lent whether what a request takes is back when it is answered, rather than used up
     * @param shared the addresses that many clients have in common, those of trusted proxies: a request that is still one's
     *     own comes from nobody knows where
     */
    private Quota(Share ofAddress, Share ofBrowser, boolean lent, Predicate<InetAddress> shared) {
        this.ofAddress = ofAddress;
        this.ofBrowser = ofBrowser;
        this.lent = lent;
        this.shared = shared;
    }

    /** So many streams that are open. */
    static Quota streams(Limits limits, Predicate<InetAddress> shared) {
        return new Quota(
                new StreamShare(
                        new Counts(limits.streamsPerAddress()),
                        "There are " + limits.streamsPerAddress()
                                + " open streams from your address already; close some, or try again later."),
                new StreamShare(
                        new Counts(limits.streamsPerSession()),
                        "There are " + limits.streamsPerSession() + " open streams already; close a tab."),
                true,
                shared);
    }

    /** So many streams that are opened in a second. */
    static Quota streamOpenings(Limits limits, Predicate<InetAddress> shared) {
        return rate(
                "streams may be opened",
                limits.streamOpeningsPerSecond(),
                limits.streamOpeningBurst(),
                limits.streamOpeningsPerAddress(),
                shared);
    }

    /** So many actions a second. */
    static Quota actions(Limits limits, Predicate<InetAddress> shared) {
        return rate(
                "actions may be run",
                limits.actionsPerSecond(),
                limits.actionBurst(),
                limits.actionsPerAddress(),
                shared);
    }

    private static Quota rate(String what, int perSecond, int burst, int perAddress, Predicate<InetAddress> shared) {
        long burstOfAddress = (long) perAddress * burst / perSecond;
        return new Quota(
                share(what + " from your address", perAddress, burstOfAddress),
                share(what, perSecond, burst),
                false,
                shared);
    }

    private static Share share(String what, int perSecond, long burst) {
        int atOnce = (int) Math.max(1, Math.min(burst, Integer.MAX_VALUE));
        return new RateShare(
                new Rate(perSecond, atOnce, System::nanoTime),
                "No more than " + perSecond + " " + what + " in a second, and " + atOnce + " at once after a pause.");
    }

    /**
     * Takes what a request needs; or answers and returns true if there is not enough left, and then takes nothing.
     *
     * @param session its session, or null if it has none
     */
    boolean refuses(HttpServerExchange exchange, @Nullable BrowserSession session) {
        AddressKey address = address(exchange);
        Object browser = session == null ? address : session.key();
        if (address != null && refuses(exchange, ofAddress, address)) {
            return true;
        }
        if (browser != null && refuses(exchange, ofBrowser, browser)) {
            giveBack(ofAddress, address);
            return true;
        }
        if (lent) {
            exchange.addExchangeCompleteListener((ended, next) -> {
                giveBack(ofAddress, address);
                giveBack(ofBrowser, browser);
                next.proceed();
            });
        }
        return false;
    }

    private static boolean refuses(HttpServerExchange exchange, Share share, Object key) {
        long wait = share.take(key);
        if (wait > 0) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, wait);
            Answer.text(exchange, StatusCodes.TOO_MANY_REQUESTS, share.refusal());
        }
        return wait > 0;
    }

    private static void giveBack(Share share, @Nullable Object key) {
        if (key != null) {
            share.giveBack(key);
        }
    }

    /** Whose request it is, as far as is known: somebody's at its address, or whoever has its connection. */
    Object client(HttpServerExchange exchange) {
        AddressKey address = address(exchange);
        return address == null ? exchange.getConnection() : address;
    }

    private @Nullable AddressKey address(HttpServerExchange exchange) {
        return AddressKey.of(exchange.getSourceAddress().getAddress(), shared);
    }
}
