package dev.lodestar.processor.asset;

import dev.lodestar.processor.application.ContentHash;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/**
 * Something that is served as it is.
 *
 * @param path the path it is served at
 * @param content its bytes, not compressed
 * @param immutable whether the path names this very content, so that a browser may keep it for good
 */
public record Served(String path, String contentType, byte[] content, boolean immutable) {
    /** A file of the application, at a path that its content names. */
    static Served asset(String name, byte[] content) {
        return new Served("/assets/" + ContentHash.of(content) + "/" + name, ContentTypes.of(name), content, true);
    }

    /** The path as it stands in HTML and CSS: with what URLs do not allow percent-encoded. */
    String url() {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Every absolute path has an encoded form.", e);
        }
    }

    /** A view's page. */
    static Served shim(String path, String html) {
        return new Served(path, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8), false);
    }
}
