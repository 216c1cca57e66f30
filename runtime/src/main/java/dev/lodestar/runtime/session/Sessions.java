package dev.lodestar.runtime.session;

import dev.lodestar.Session;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sessions of a server. Safe for use by any thread. */
public final class Sessions {
    private static final String COOKIE = "lodestar";
    private static final int CAPACITY = 100_000;
    private static final int ID_BYTES = 16;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final SecureRandom random = new SecureRandom();
    private final SessionStore store = new SessionStore(CAPACITY);

    /**
     * Finds the session that a request names.
     *
     * @param cookies the value of the request's {@code Cookie}, or null if it has none
     * @return the session, or null if no cookie names one or its id is not one that this class makes
     */
    public @Nullable Session find(@Nullable String cookies) {
        if (cookies == null) {
            return null;
        }
        for (String cookie : cookies.split(";")) {
            String[] halves = cookie.strip().split("=", 2);
            if (halves.length == 2
                    && halves[0].equals(COOKIE)
                    && ID.matcher(halves[1]).matches()) {
                return new StoredSession(halves[1], store);
            }
        }
        return null;
    }

    /** Makes a session that nobody has had before. It takes no memory until it has a value. */
    public Session create() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return new StoredSession(Base64.getUrlEncoder().withoutPadding().encodeToString(id), store);
    }

    /** The value of {@code Set-Cookie} by which a browser takes a session. */
    public static String cookie(Session session) {
        return COOKIE + "=" + session.id() + "; Path=/; HttpOnly; SameSite=Lax";
    }
}
