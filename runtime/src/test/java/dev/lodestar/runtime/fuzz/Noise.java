package dev.lodestar.runtime.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Bytes made from bytes: a piece flipped, dropped, doubled, moved or put in. */
final class Noise {
    private static final String[] TOKENS = {
        "\r\n",
        "\n",
        "\r",
        "\0",
        " ",
        "\t",
        ":",
        ";",
        ",",
        "=",
        "%",
        "%00",
        "%ff",
        "%2e%2e%2f",
        "%c0%ae",
        "%u0041",
        "../",
        "//",
        "?",
        "&",
        "#",
        "*",
        "\"",
        "'",
        "\\",
        "{",
        "}",
        "[",
        "]",
        "HTTP/1.1",
        "HTTP/1.0",
        "HTTP/9.9",
        "GET ",
        "POST ",
        "chunked",
        "Host: b\r\n",
        "Content-Length: 5\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: 99999999999999999999\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Transfer-Encoding: identity, chunked\r\n",
        "Expect: 100-continue\r\n",
        "Connection: upgrade\r\nUpgrade: h2c\r\n",
        "Connection: close\r\n",
        "Cookie: lodestar=\r\n",
        "Range: bytes=9-1\r\n",
        "If-None-Match: \"\r\n",
        "Accept-Encoding: gzip;q=\r\n",
        "Content-Encoding: gzip\r\n",
        "0\r\n\r\n",
        "ffffffff\r\n",
        "1e999999999",
        "-0",
        "\\ud800",
        "\u00ff\u00fe",
        "\u00ef\u00bb\u00bf",
        "null",
        "true",
        "99999999999999999999"
    };

    private final Random random;

    Noise(Random random) {
        this.random = random;
    }

    String token() {
        return TOKENS[random.nextInt(TOKENS.length)];
    }

    byte[] of(byte[] bytes) {
        byte[] changed = bytes;
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            changed = once(changed);
        }
        return changed;
    }

    private byte[] once(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int end = Math.min(bytes.length, at + random.nextInt(random.nextInt(8) == 0 ? 200 : 8));
        return switch (random.nextInt(6)) {
            case 0 -> flip(bytes);
            case 1 -> replace(bytes, at, end, "");
            case 2 -> replace(bytes, at, at, text(bytes, at, end));
            case 3 -> replace(bytes, at, end, token());
            case 4 -> replace(bytes, at, at, token());
            default -> replace(bytes, at, at, token().repeat(1 + random.nextInt(random.nextInt(20) == 0 ? 5_000 : 20)));
        };
    }

    private byte[] flip(byte[] bytes) {
        byte[] flipped = bytes.clone();
        for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
            flipped[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return flipped;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static byte[] replace(byte[] bytes, int from, int to, String with) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(with.getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
