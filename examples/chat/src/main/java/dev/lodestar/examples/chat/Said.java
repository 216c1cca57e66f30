package dev.lodestar.examples.chat;

import java.util.Optional;

/**
 * What the page sends when somebody says something.
 *
 * @param room the room's path
 * @param name the name that the page shows
 * @param text the text as typed
 * @param token see {@link Talk#say}
 */
record Said(String room, Optional<String> name, String text, String token) {}
