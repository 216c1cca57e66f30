package dev.lodestar.examples.chat;

import dev.lodestar.BadInput;
import dev.lodestar.Session;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Knows people by their sessions, which keep their names. */
final class People {
    private static final String NAME = "name";
    private static final int LONGEST_NAME = 24;

    private People() {}

    /** Identifies a session in public: the session's own id is a secret. */
    static String id(Session session) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(session.id().getBytes(StandardCharsets.UTF_8)), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** The session's name; empty if it has none. */
    static String name(Session session) {
        return session.get(NAME).orElse("");
    }

    /** Gives a session a name, tidied up. */
    static Person call(Session session, String wanted) {
        String name = tidy(wanted);
        session.set(NAME, name);
        return new Person(id(session), name);
    }

    /**
     * The person behind a session.
     *
     * @param believed the name that the page shows, for a session without one: a restart of the server ends
     *     sessions, but not pages
     */
    static Person of(Session session, Optional<String> believed) {
        return session.get(NAME)
                .map(name -> new Person(id(session), name))
                .orElseGet(() -> call(session, believed.orElse("")));
    }

    // Invisible characters would make two names look alike, or a name look empty.
    private static String tidy(String wanted) {
        String name = wanted.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", " ")
                .replaceAll("[\\p{Z}\\s]+", " ")
                .strip();
        if (name.isEmpty()) {
            throw new BadInput("A name needs at least one letter.");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new BadInput("A name has at most " + LONGEST_NAME + " letters.");
        }
        return name;
    }
}
