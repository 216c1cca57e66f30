/**
 * What an application does when a stream has opened and when it has ended: called on the threads of the application's
 * code, in order for each stream, and waited for when the server closes.
 */
@NullMarked
package dev.lodestar.runtime.presence;

import org.jspecify.annotations.NullMarked;
