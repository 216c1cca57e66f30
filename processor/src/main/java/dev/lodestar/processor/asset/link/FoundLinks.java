package dev.lodestar.processor.asset.link;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Collects the links of a text, except for URLs that name no file: absolute ones, {@code data:}, {@code #part}. */
final class FoundLinks {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    /** What names no file: an empty path or a folder. */
    private static final Pattern FOLDER = Pattern.compile("|.*/|(?:.*/)?\\.\\.?", Pattern.DOTALL);

    private final String text;
    private final UnaryOperator<String> unescape;
    private final List<Link> links = new ArrayList<>();

    /**
     * @param text the file, one character for each byte
     * @param unescape removes the escapes of the language
     */
    FoundLinks(String text, UnaryOperator<String> unescape) {
        this.text = text;
        this.unescape = unescape;
    }

    /** Adds the URL between two offsets, if it is relative. */
    void addUrl(int start, int end) {
        addUrl(start, end, false);
    }

    /** Adds the URL between two offsets, if it is relative; the file need not exist. */
    void addOptionalUrl(int start, int end) {
        addUrl(start, end, true);
    }

    private void addUrl(int start, int end, boolean optional) {
        String path = unescape.apply(text.substring(start, pathEnd(start, end)));
        if (!path.startsWith("/")
                && !FOLDER.matcher(path).matches()
                && !SCHEME.matcher(path).matches()) {
            links.add(new Link(start, pathEnd(start, end), decode(path), optional));
        }
    }

    /** Adds the specifier of a module, if it is relative; a bare name such as {@code lodash} means something else. */
    void addSpecifier(int start, int end) {
        String path = unescape.apply(text.substring(start, end));
        if (path.startsWith("./") || path.startsWith("../")) {
            addUrl(start, end);
        }
    }

    /** The links in the order of the text; one in a comment is found before that of the statement around it. */
    List<Link> all() {
        return links.stream().sorted(Comparator.comparingInt(Link::start)).toList();
    }

    private int pathEnd(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '?' || c == '#') {
                return i;
            }
        }
        return end;
    }

    // Decodes percent-encoding and UTF-8. A percent sign that encodes nothing represents itself.
    private static String decode(String path) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            int high = c == '%' && i + 2 < path.length() ? Character.digit(path.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(path.charAt(i + 2), 16) : -1;
            bytes.write(low >= 0 ? high << 4 | low : c);
            i += low >= 0 ? 2 : 0;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /**
     * The offset of the end of the string whose content starts at an offset: its closing quote, or where it breaks off.
     */
    static int stringEnd(String text, int start, char quote) {
        int i = start;
        while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
            // After a backslash a string continues on the next line, even if the line ends with CRLF.
            i += text.startsWith("\\\r\n", i) ? 3 : text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length());
    }

    /** A code point in UTF-8, one character for each byte, like the text. */
    static String encoded(int codePoint) {
        String character = Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "\uFFFD";
        return new String(character.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
