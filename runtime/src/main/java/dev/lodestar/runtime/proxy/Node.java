package dev.lodestar.runtime.proxy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses addresses in headers, with or without a port (RFC 7239, section 6). Names are never resolved. */
final class Node {
    private static final Pattern FOUR = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})");
    private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern WITH_PORT = Pattern.compile("(\\[[^\\]]*\\]|[^:]*)(?::[0-9A-Za-z._-]+)?");

    private Node() {}

    /** The address of a node, or null if the node hides it. */
    static @Nullable InetAddress address(@Nullable String node) {
        if (node == null) {
            return null;
        }
        Matcher parts = WITH_PORT.matcher(node);
        String host = parts.matches() ? parts.group(1) : node;
        return literal(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
    }

    /** Parses an IP address, or returns null for any other text. */
    static @Nullable InetAddress literal(String text) {
        try {
            Matcher four = FOUR.matcher(text);
            if (four.matches()) {
                return four(four);
            }
            // In brackets the JDK never takes it for a name.
            return SIX.matcher(text).matches() ? InetAddress.getByName("[" + text + "]") : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static @Nullable InetAddress four(Matcher parts) throws UnknownHostException {
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            int part = Integer.parseInt(parts.group(i + 1));
            if (part > 255) {
                return null;
            }
            bytes[i] = (byte) part;
        }
        return InetAddress.getByAddress(bytes);
    }
}
