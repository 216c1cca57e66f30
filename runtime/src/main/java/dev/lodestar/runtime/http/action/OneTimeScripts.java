package dev.lodestar.runtime.http.action;

import io.undertow.server.HttpServerExchange;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The scripts of replies, each to be fetched once by the page that called the action. A page's policy runs no inline
 * scripts, which could not be told from injected ones. Safe for use by any thread.
 *
 * <p>A page fetches its script at once. Scripts that are not fetched are evicted by later ones of the same client, so
 * that nobody can evict the scripts of others.
 */
public final class OneTimeScripts {
    /** The path at which scripts are served. */
    public static final String PATH = "/a/script";

    static final int MAX_PER_CLIENT = 1_000;

    /** The total; so large that no client reaches it alone. The oldest scripts are evicted first. */
    static final int MAX = 20_000;

    private static final int TOKEN_BYTES = 16;

    private record Kept(Object client, String source) {}

    private final Function<HttpServerExchange, Object> clients;
    private final SecureRandom random = new SecureRandom();

    /** By token, the oldest first. */
    private final LinkedHashMap<String, Kept> scripts = new LinkedHashMap<>();

    /** The tokens of each client, the oldest first. */
    private final Map<Object, LinkedHashSet<String>> byClient = new HashMap<>();

    /** @param clients identifies the client of a request */
    public OneTimeScripts(Function<HttpServerExchange, Object> clients) {
        this.clients = clients;
    }

    /** Turns a script into the URL at which the client that sent a request can fetch it. */
    public UnaryOperator<String> urlsFor(HttpServerExchange exchange) {
        Object client = clients.apply(exchange);
        return source -> url(client, source);
    }

    /** Keeps a script, and returns the URL at which a client can fetch it. */
    String url(Object client, String source) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        keep(token, new Kept(client, source));
        return PATH + "?" + token;
    }

    private synchronized void keep(String token, Kept script) {
        Set<String> own = byClient.computeIfAbsent(script.client, newcomer -> new LinkedHashSet<>());
        own.add(token);
        scripts.put(token, script);
        if (own.size() > MAX_PER_CLIENT) {
            take(own.iterator().next());
        } else if (scripts.size() > MAX) {
            take(scripts.keySet().iterator().next());
        }
    }

    /** Removes the script whose URL has this query, and returns it; or returns null if there is none. */
    synchronized @Nullable String take(String token) {
        Kept script = scripts.remove(token);
        if (script == null) {
            return null;
        }
        Set<String> own = byClient.get(script.client);
        own.remove(token);
        if (own.isEmpty()) {
            byClient.remove(script.client);
        }
        return script.source;
    }

    /** The number of clients with scripts. */
    synchronized int clients() {
        return byClient.size();
    }
}
