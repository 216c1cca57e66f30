package dev.lodestar.runtime.http;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scripts of replies, each to be fetched once by the page that asked: a page's policy runs none that stands in
 * markup, since nobody could tell it from one that somebody smuggled in. Safe for use by any thread.
 */
final class OneTimeScripts {
    static final String PATH = "/a/script";

    /** A page fetches its script at once; what is not fetched gives way to what comes later. */
    private static final int MOST = 1_000;

    private static final int TOKEN_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> sources = new LinkedHashMap<>();

    /** The URL at which a script can be fetched. */
    String url(String source) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        synchronized (sources) {
            sources.put(token, source);
            if (sources.size() > MOST) {
                Iterator<String> oldest = sources.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
        }
        return PATH + "?" + token;
    }

    /** The script whose URL has this query, which is gone then; or null if there is none. */
    @Nullable
    String take(String token) {
        synchronized (sources) {
            return sources.remove(token);
        }
    }
}
