/** What a request says: its headers, path, id and content, read so that one header cannot mean two things. */
@NullMarked
package dev.lodestar.runtime.http.request;

import org.jspecify.annotations.NullMarked;
