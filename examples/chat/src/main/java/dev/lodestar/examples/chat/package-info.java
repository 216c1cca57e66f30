/**
 * Several rooms in which people talk. A room's page is rendered once for everybody in it; what is personal, such as a
 * visitor's name and draft, is in signals of the browser and in the session.
 */
@NullMarked
package dev.lodestar.examples.chat;

import org.jspecify.annotations.NullMarked;
