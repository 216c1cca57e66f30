package dev.lodestar.processor.asset;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Encodes paths for URLs. */
final class UrlPath {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private UrlPath() {}

    /**
     * Encodes everything but slashes and the unreserved characters of RFC 3986, so that the result needs no escaping in
     * HTML, in CSS without quotes and in a JavaScript string.
     */
    static String encode(String path) {
        StringBuilder url = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (plain || "/-._~".indexOf(c) >= 0) {
                url.append(c);
            } else {
                url.append('%').append(HEX.toHexDigits(b));
            }
        }
        return url.toString();
    }
}
