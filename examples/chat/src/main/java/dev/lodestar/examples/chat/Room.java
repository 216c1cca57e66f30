package dev.lodestar.examples.chat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where people talk. */
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

    /** Finds a room by what it is called in URLs and in the store. */
    static Optional<Room> named(String name) {
        return Arrays.stream(values()).filter(room -> room.path().equals(name)).findFirst();
    }

    /** What it is called in URLs and in the store. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What people call it. */
    String title() {
        return title;
    }

    /** What it is for. */
    String topic() {
        return topic;
    }
}
