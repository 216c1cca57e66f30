package dev.lodestar.runtime.signal;

import dev.lodestar.BadInput;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a part of a form.
 *
 * @param name the name of its field
 * @param fileName the file name as sent, or null if the part is not a file
 * @param contentType its content type, as sent
 */
record PartHead(String name, @Nullable String fileName, String contentType) {
    private static final Pattern HEADER = Pattern.compile("([!-9;-~]++):([^\\x00-\\x08\\x0A-\\x1F\\x7F]*+)");

    /**
     * Encodings that leave the content as it is. Browsers use no others, and some of those would have to be unpacked.
     */
    private static final Set<String> PLAIN = Set.of("7bit", "8bit", "binary");

    /**
     * Reads the headers of a part.
     *
     * @param lines what precedes the part's content
     * @throws BadInput if they are malformed, or do not name the part
     */
    static PartHead read(String lines) {
        Map<String, String> headers = headers(lines);
        if (!PLAIN.contains(
                headers.getOrDefault("content-transfer-encoding", "binary").toLowerCase(Locale.ROOT))) {
            throw new BadInput("The parts of a form must not be encoded, as in base64.");
        }
        HeaderValue disposition = HeaderValue.of(headers.getOrDefault("content-disposition", ""));
        String name = disposition.parameters().get("name");
        if (name == null || !disposition.first().equals("form-data") || !disposition.isWhole()) {
            throw new BadInput("A part of the form has no name.");
        }
        String fileName = disposition.parameters().get("filename");
        String type = headers.getOrDefault("content-type", "");
        return new PartHead(
                unescaped(name),
                fileName == null ? null : unescaped(fileName),
                type.isEmpty() ? "application/octet-stream" : type);
    }

    private static Map<String, String> headers(String lines) {
        Map<String, String> headers = new HashMap<>();
        if (lines.isEmpty()) {
            return headers;
        }
        for (String line : lines.split("\r\n", -1)) {
            Matcher header = HEADER.matcher(line);
            if (!header.matches()) {
                throw new BadInput("A part of the form has a malformed header.");
            }
            headers.putIfAbsent(
                    header.group(1).toLowerCase(Locale.ROOT), header.group(2).strip());
        }
        return headers;
    }

    // The characters that browsers escape in a name.
    private static String unescaped(String name) {
        return name.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    }
}
