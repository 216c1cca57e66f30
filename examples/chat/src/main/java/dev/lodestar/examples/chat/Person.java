package dev.lodestar.examples.chat;

/**
 * Somebody in the chat.
 *
 * @param id stands for the session, and is safe to show to everybody
 * @param name what they call themselves; not unique
 */
record Person(String id, String name) {}
