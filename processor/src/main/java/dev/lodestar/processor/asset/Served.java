package dev.lodestar.processor.asset;

import java.util.List;

/**
 * Something that is served as it is.
 *
 * @param addresses where it is served; the first is its own, others are further ones
 * @param type what it is
 * @param hash names the content, for browsers to ask whether it changed
 * @param content its bytes
 */
public record Served(List<Address> addresses, ContentType type, String hash, Content content) {
    /**
     * A path at which something is served.
     *
     * @param path the path, not encoded
     * @param immutable whether the path names this very content, so that a browser may keep it for good
     */
    record Address(String path, boolean immutable) {}

    /** A file, at a path that its content names, and at the one where it is looked for if there is such a path. */
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

    /** The path as it stands in HTML, CSS and scripts. */
    String url() {
        return UrlPath.encode(addresses.get(0).path());
    }
}
