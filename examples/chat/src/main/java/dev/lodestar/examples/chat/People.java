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

    /** What stands for a session where others can see it: its own id is a secret. */
    static String id(Session session) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(session.id().getBytes(StandardCharsets.UTF_8)), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** The name that a session has, or else an empty one. */
    static String name(Session session) {
        return session.get(NAME).orElse("");
    }

    /** Gives a session a name, and whatever is left of it when it is tidied up. */
    static Person call(Session session, String wanted) {
        String name = tidy(wanted);
        session.set(NAME, name);
        return new Person(id(session), name);
    }

    /**
     * Who does something.
     *
     * @param believed the name that the page shows: it outlives a restart of the server, which ends the sessions
     */
    static Person of(Session session, Optional<String> believed) {
        return session.get(NAME)
                .map(name -> new Person(id(session), name))
                .orElseGet(() -> call(session, believed.orElse("")));
    }

    // Characters that cannot be seen would make a name that looks like another, or like none.
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
