package dev.lodestar.processor.asset;

import java.util.List;

/**
 * Content that is served unchanged.
 *
 * @param addresses where it is served; the first is its own, the others are additional
 * @param type what it is
 * @param hash identifies the content, so that browsers can ask whether it changed
 * @param content its bytes
 */
public record Served(List<Address> addresses, ContentType type, String hash, Content content) {
    /**
     * A path at which content is served.
     *
     * @param path the path, not encoded
     * @param immutable whether the path identifies this very content, so that a browser may keep it forever
     */
    record Address(String path, boolean immutable) {}

    /** A file at a path that contains its hash, and at its well-known path if it has one. */
    static Served file(String name, String hash, Content content) {
        Address own = new Address("/assets/" + hash + "/" + name, true);
        List<Address> addresses = WellKnown.path(name)
                .map(path -> List.of(own, new Address(path, false)))
                .orElse(List.of(own));
        return new Served(addresses, ContentType.of(name), hash, content);
    }

    /** The page of one or more views. */
    static Served shim(List<String> paths, String hash, String html) {
        List<Address> addresses =
                paths.stream().map(path -> new Address(path, false)).toList();
        return new Served(addresses, ContentType.HTML, hash, Content.Text.of(html));
    }

    /** A script at a path that is the same in every build. */
    static Served script(String path, String source) {
        Content.Text content = Content.Text.of(source);
        return new Served(List.of(new Address(path, false)), ContentType.of(path), content.hash(), content);
    }

    /** The path as written in HTML, CSS and scripts. */
    String url() {
        return UrlPath.encode(addresses.get(0).path());
    }
}
