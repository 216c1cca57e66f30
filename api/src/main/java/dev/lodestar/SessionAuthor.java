package dev.lodestar;

import dev.lodestar.text.Sha256;
import java.util.HexFormat;

/** The name that a session's commits carry: the session's id is a secret, so a hash stands for it. */
final class SessionAuthor {
    private SessionAuthor() {}

    static String of(Session session) {
        return "session-" + HexFormat.of().formatHex(Sha256.of(session.id()), 0, 4);
    }
}
