package dev.lodestar.examples.chat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A place to talk. */
enum Room {
    LOBBY("Lobby", "Come in and say hello"),
    GARDEN("Garden", "What grows, and what eats it"),
    WORKSHOP("Workshop", "Made by hand, mended by hand"),
    LIBRARY("Library", "What are you reading?");

    private final String title;
    private final String topic;

    Room(String title, String topic) {
        this.title = title;
        this.topic = topic;
    }

    /** Finds a room by its path. */
    static Optional<Room> named(String name) {
        return Arrays.stream(values()).filter(room -> room.path().equals(name)).findFirst();
    }

    /** Its name in URLs and in the store. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name on the page. */
    String title() {
        return title;
    }

    /** What people talk about in it. */
    String topic() {
        return topic;
    }
}
