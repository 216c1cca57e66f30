package dev.lodestar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name that a session's commits carry: the session's id is a secret, so a hash stands for it. */
final class SessionAuthor {
    private SessionAuthor() {}

    static String of(Session session) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(session.id().getBytes(StandardCharsets.UTF_8));
            return "session-" + HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
