/**
 * Sessions: browsers are identified by a cookie, and the application's values for each of them are held in memory and,
 * if it asks for that, saved to its store. {@link dev.lodestar.runtime.session.Sessions} is where the server gets them.
 */
@NullMarked
package dev.lodestar.runtime.session;

import org.jspecify.annotations.NullMarked;
