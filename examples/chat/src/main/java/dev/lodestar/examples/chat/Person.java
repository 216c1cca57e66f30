package dev.lodestar.examples.chat;

/**
 * Somebody who talks.
 *
 * @param id stands for their session, and can be shown to everybody
 * @param name what they want to be called; others may have the same
 */
record Person(String id, String name) {}
