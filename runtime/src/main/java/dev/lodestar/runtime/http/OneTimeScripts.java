package dev.lodestar.runtime.http;

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
 * The scripts of replies, each to be fetched once by the page that asked: a page's policy runs none that stands in
 * markup, since nobody could tell it from one that somebody smuggled in. Safe for use by any thread.
 *
 * <p>A page fetches its script at once. What is not fetched gives way to what comes later for the same client, so that
 * nobody can drive out the scripts of others.
 */
final class OneTimeScripts {
    static final String PATH = "/a/script";
    static final int MOST_OF_A_CLIENT = 1_000;

    /** Of so many clients that nobody is one of them by himself; the oldest go. */
    static final int MOST = 20_000;

    private static final int TOKEN_BYTES = 16;

    private record Kept(Object client, String source) {}

    private final Function<HttpServerExchange, Object> clients;
    private final SecureRandom random = new SecureRandom();

    /** By their tokens, the oldest first. */
    private final LinkedHashMap<String, Kept> scripts = new LinkedHashMap<>();

    /** The tokens of each client, the oldest first. */
    private final Map<Object, LinkedHashSet<String>> byClient = new HashMap<>();

    /** @param clients tells whose request it is */
    OneTimeScripts(Function<HttpServerExchange, Object> clients) {
        this.clients = clients;
    }

    /** What gives the URL at which whoever sent a request can fetch a script. */
    UnaryOperator<String> urlsFor(HttpServerExchange exchange) {
        Object client = clients.apply(exchange);
        return source -> url(client, source);
    }

    /** The URL at which a client can fetch a script. */
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
        if (own.size() > MOST_OF_A_CLIENT) {
            take(own.iterator().next());
        } else if (scripts.size() > MOST) {
            take(scripts.keySet().iterator().next());
        }
    }

    /** The script whose URL has this query, which is gone then; or null if there is none. */
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

    /** How many clients there are that have scripts. */
    synchronized int clients() {
        return byClient.size();
    }
}
