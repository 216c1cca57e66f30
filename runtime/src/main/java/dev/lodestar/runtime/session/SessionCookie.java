package dev.lodestar.runtime.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cookie that holds a session's id, and what stands for the id where it need not be known. */
final class SessionCookie {
    private static final String PLAIN = "lodestar";

    /** Browsers take a cookie of this name from nobody but the very host, over TLS. */
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
     * The id that a request's cookies name.
     *
     * @param cookies the value of the request's {@code Cookie}
     * @param secure whether it came over TLS
     * @return the id; null if there is none of the form that ids have, or if there are several: servers cannot rely on
     *     the order of cookies of one name (RFC 6265, 4.2.2), and one of them may have been planted by another host of
     *     the domain
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

    // Quotes around a value are no part of it (RFC 6265, 4.1.1).
    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** The value of {@code Set-Cookie} by which a browser takes an id. */
    static String set(String id, boolean secure, Duration time) {
        return (secure ? SECURE : PLAIN) + "=" + id + "; Path=/; Max-Age=" + Math.max(1, time.toSeconds())
                + "; HttpOnly" + (secure ? "; Secure" : "") + "; SameSite=Lax";
    }

    /** A hash of an id: it tells sessions apart as the id does, and whoever reads it cannot take the session over. */
    static String hash(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.US_ASCII));
            return text(Arrays.copyOf(hash, ID_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
