/**
 * Several rooms in which people talk. A room's page is one rendering for everybody in it; what is somebody's own, their
 * name and what they are writing, stays in signals of their browser and in their session.
 */
@NullMarked
package dev.lodestar.examples.chat;

import org.jspecify.annotations.NullMarked;
