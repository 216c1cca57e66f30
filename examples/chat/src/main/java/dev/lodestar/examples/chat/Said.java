package dev.lodestar.examples.chat;

import java.util.Optional;

/**
 * What a page sends of somebody who says something.
 *
 * @param room the path of the room
 * @param name the name that the page shows
 * @param text what was typed
 * @param token see {@link Talk#say}
 */
record Said(String room, Optional<String> name, String text, String token) {}
