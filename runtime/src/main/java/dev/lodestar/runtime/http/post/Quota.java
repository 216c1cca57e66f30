package dev.lodestar.runtime.http.post;

import dev.lodestar.Limits;
import dev.lodestar.runtime.http.answer.Answer;
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
 * Limits something for each browser, which is identified by its session, or by its address if it has none; and for
 * all browsers of an address together, since a client that invents a session for each request is a new browser each
 * time. Safe for use by any thread.
 */
public final class Quota {
    private final Allowance ofAddress;
    private final Allowance ofBrowser;
    private final boolean lent;
    private final Predicate<InetAddress> shared;

    /**
     * @param lent whether a request gives back what it takes when it is complete, rather than use it up
     * @param shared whether many clients share an address, as that of a trusted proxy: a request from it has an unknown
     *     client
     */
    private Quota(Allowance ofAddress, Allowance ofBrowser, boolean lent, Predicate<InetAddress> shared) {
        this.ofAddress = ofAddress;
        this.ofBrowser = ofBrowser;
        this.lent = lent;
        this.shared = shared;
    }

    /** Limits open streams. */
    public static Quota streams(Limits limits, Predicate<InetAddress> shared) {
        return new Quota(
                new StreamAllowance(
                        new Counts(limits.streamsPerAddress()),
                        "There are " + limits.streamsPerAddress()
                                + " open streams from your address already; close some, or try again later."),
                new StreamAllowance(
                        new Counts(limits.streamsPerSession()),
                        "There are " + limits.streamsPerSession() + " open streams already; close a tab."),
                true,
                shared);
    }

    /** Limits how many streams are opened per second. */
    public static Quota streamOpenings(Limits limits, Predicate<InetAddress> shared) {
        return rate(
                "streams may be opened",
                limits.streamOpeningsPerSecond(),
                limits.streamOpeningBurst(),
                limits.streamOpeningsPerAddress(),
                shared);
    }

    /** Limits actions per second. */
    public static Quota actions(Limits limits, Predicate<InetAddress> shared) {
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

    private static Allowance share(String what, int perSecond, long burst) {
        int atOnce = (int) Math.max(1, Math.min(burst, Integer.MAX_VALUE));
        return new RateAllowance(
                new Rate(perSecond, atOnce, System::nanoTime),
                "No more than " + perSecond + " " + what + " in a second, and " + atOnce + " at once after a pause.");
    }

    /**
     * Charges a request; or refuses it and returns true, without a charge, if the quota is used up.
     *
     * @param session the session of the request, or null if it has none
     */
    public boolean refuses(HttpServerExchange exchange, @Nullable BrowserSession session) {
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

    private static boolean refuses(HttpServerExchange exchange, Allowance share, Object key) {
        long wait = share.take(key);
        if (wait > 0) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, wait);
            Answer.text(exchange, StatusCodes.TOO_MANY_REQUESTS, share.refusal());
        }
        return wait > 0;
    }

    private static void giveBack(Allowance share, @Nullable Object key) {
        if (key != null) {
            share.giveBack(key);
        }
    }

    /** The client of a request as far as it is known: its address, or its connection if many share the address. */
    public Object client(HttpServerExchange exchange) {
        AddressKey address = address(exchange);
        return address == null ? exchange.getConnection() : address;
    }

    private @Nullable AddressKey address(HttpServerExchange exchange) {
        return AddressKey.of(exchange.getSourceAddress().getAddress(), shared);
    }
}
