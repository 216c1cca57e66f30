package dev.lodestar.runtime.proxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Parses the header {@code Forwarded} (RFC 7239). Leniently: an unquoted value may have any character that does not
 * end it, since many proxies do not quote addresses with a port.
 */
final class ForwardedReader {
    private final String text;
    private int at;

    private ForwardedReader(String text) {
        this.text = text;
    }

    /**
     * Parses what each proxy says, the first one first.
     *
     * @throws IllegalArgumentException if the header is malformed
     */
    static List<Hop> read(String header) {
        return new ForwardedReader(header).hops();
    }

    private List<Hop> hops() {
        List<Hop> hops = new ArrayList<>();
        do {
            hops.add(hop());
        } while (passes(','));
        if (at < text.length()) {
            throw malformed();
        }
        return hops;
    }

    private Hop hop() {
        Map<String, String> said = new HashMap<>();
        do {
            skipSpace();
            if (at < text.length() && text.charAt(at) != ';' && text.charAt(at) != ',') {
                String name = upTo("=").toLowerCase(Locale.ROOT);
                if (!passes('=') || name.isEmpty() || said.put(name, value()) != null) {
                    throw malformed();
                }
                skipSpace();
            }
        } while (passes(';'));
        return new Hop(said.get("for"), said.get("proto"), said.get("host"));
    }

    private String value() {
        if (!passes('"')) {
            return upTo(";, \t\"");
        }
        StringBuilder value = new StringBuilder();
        while (!passes('"')) {
            passes('\\');
            if (at >= text.length()) {
                throw malformed();
            }
            value.append(text.charAt(at++));
        }
        return value.toString();
    }

    private String upTo(String ends) {
        int start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipSpace() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private boolean passes(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("The header Forwarded is not well-formed.");
    }
}
