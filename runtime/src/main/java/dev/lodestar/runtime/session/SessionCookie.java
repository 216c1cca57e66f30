package dev.lodestar.runtime.session;

import dev.lodestar.text.Sha256;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cookie that holds a session's id, and the hash that stands for the id everywhere else. */
final class SessionCookie {
    private static final String PLAIN = "lodestar";

    /** Browsers accept a cookie with this name only from the host itself, over TLS. */
    private static final String SECURE = "__Host-lodestar";

    private static final int ID_BYTES = 16;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionCookie() {}

    static String newId() {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        return text(id);
    }

    /**
     * Returns the id in a request's cookies.
     *
     * @param cookies the value of the request's {@code Cookie} header
     * @param secure whether the request came over TLS
     * @return the id; null if there is no well-formed one, or if there are several: servers cannot rely on the order of
     *     cookies with the same name (RFC 6265, 4.2.2), and another host of the domain may have planted one of them
     */
    static @Nullable String idIn(String cookies, boolean secure) {
        String name = secure ? SECURE : PLAIN;
        String found = null;
        for (String cookie : cookies.split(";")) {
            String[] halves = cookie.strip().split("=", 2);
            String id = halves.length == 2 && halves[0].equals(name) ? unquoted(halves[1]) : "";
            if (ID.matcher(id).matches()) {
                if (found != null && !found.equals(id)) {
                    return null;
                }
                found = id;
            }
        }
        return found;
    }

    // Quotes around a value are not part of it (RFC 6265, 4.1.1).
    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** Returns the value of {@code Set-Cookie} that gives a browser an id. */
    static String set(String id, boolean secure, Duration time) {
        return (secure ? SECURE : PLAIN) + "=" + id + "; Path=/; Max-Age=" + Math.max(1, time.toSeconds())
                + "; HttpOnly" + (secure ? "; Secure" : "") + "; SameSite=Lax";
    }

    /** Returns the hash of an id: it identifies the session, but nobody can take the session over with it. */
    static String hash(String id) {
        return text(Arrays.copyOf(Sha256.of(id), ID_BYTES));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
