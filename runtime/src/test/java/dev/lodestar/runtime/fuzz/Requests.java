package dev.lodestar.runtime.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Requests of HTTP/1.1, as clients send them but for one part. */
final class Requests {
    private static final String ORDER =
            "{\"title\":\"t\",\"number\":12,\"rate\":1.5,\"price\":\"9.99\",\"gift\":true,\"state\":\"NEW\",\"lines\":"
                    + "[{\"name\":\"a\",\"amount\":3},{\"name\":\"b\",\"amount\":4}]}";
    private static final String FORM = "title=t&number=12&rate=1.5&price=9.99&gift=on&state=NEW&lines.0.name=a"
            + "&lines.0.amount=3&lines.1.name=b&lines.1.amount=4";
    private static final String URL_ENCODED = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String MULTIPART = "Content-Type: multipart/form-data; boundary=b\r\n";
    private static final String[] PARTS = {
        "Content-Disposition: form-data; name=\"title\"\r\n\r\nx",
        "Content-Disposition: form-data; name=\"number\"\r\n\r\n12",
        "Content-Disposition: form-data; name=\"photo\"; filename=\"C:\\a\\..\\b.png\"\r\nContent-Type: image/png\r\n\r\n\0\r\n--",
        "Content-Disposition: form-data; name=\"photo\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n",
        "Content-Disposition: form-data; name=lines.0.name\r\nContent-Transfer-Encoding: base64\r\n\r\neA==",
        "Content-Disposition: form-data; name=\"state\r\n\r\nNEW",
        "\r\n"
    };
    private static final String[] TARGETS = {
        "/",
        "/other?room=a&page=2",
        "/slow",
        "/a/inc",
        "/a/order",
        "/a/name?name=me",
        "/a/form",
        "/a/hook",
        "/healthz",
        "/assets/0a1b2c/app.css",
        "/assets/0a1b2c/a%20+%C3%A4.txt",
        "/robots.txt",
        "/a/script?x",
        "/nothing",
        "/other?room=%C3%A4%20&room=b"
    };
    private static final String[] METHODS = {
        "GET", "GET", "HEAD", "POST", "POST", "POST", "PUT", "DELETE", "OPTIONS", "BREW"
    };

    private final Random random;
    private final Noise noise;

    Requests(Random random) {
        this.random = random;
        this.noise = new Noise(random);
    }

    /** One whose end is where it says, whatever else is wrong with it. */
    byte[] framed() {
        String method = METHODS[random.nextInt(METHODS.length)];
        String target = TARGETS[random.nextInt(TARGETS.length)];
        String headers = headers();
        byte[] body = bytes("");
        if (method.equals("POST") || method.equals("PUT")) {
            boolean form = random.nextInt(3) == 0;
            boolean multipart = form && random.nextBoolean();
            headers += form ? type(multipart ? MULTIPART : URL_ENCODED) : "";
            body = form ? bytes(multipart ? parts() : FORM) : body();
        }
        switch (random.nextInt(3)) {
            case 0 -> target = "/" + plain(noise.of(bytes(target.substring(1))));
            case 1 -> body = body.length == 0 ? body : noise.of(body);
            default -> headers += "X-Noise: " + plain(noise.of(bytes("abc"))) + "\r\n" + odd() + "\r\n";
        }
        return join(
                method + " " + target + " HTTP/1.1\r\n" + headers, "Content-Length: " + body.length + "\r\n\r\n", body);
    }

    /** One of which any byte may be wrong, or missing. */
    byte[] broken() {
        byte[] whole = switch (random.nextInt(6)) {
            case 0 -> chunked();
            case 1 -> join("", "", framed(), framed(), framed());
            case 2 -> large();
            default -> framed();
        };
        byte[] noisy = random.nextInt(5) == 0 ? whole : noise.of(whole);
        return random.nextInt(4) > 0 ? noisy : Arrays.copyOf(noisy, random.nextInt(noisy.length + 1));
    }

    private byte[] chunked() {
        byte[] body = body();
        int half = body.length / 2;
        String first = text(body).substring(0, half);
        String second = text(body).substring(half);
        String chunks = Integer.toHexString(half) + (random.nextBoolean() ? ";a=b" : "") + "\r\n" + first + "\r\n"
                + Integer.toHexString(second.length()) + "\r\n" + second + "\r\n0\r\n"
                + (random.nextBoolean() ? "X-Trailer: y\r\n" : "") + "\r\n";
        return join(
                "POST " + TARGETS[random.nextInt(TARGETS.length)] + " HTTP/1.1\r\n" + headers(),
                "Transfer-Encoding: chunked\r\n\r\n",
                bytes(chunks));
    }

    // Seldom as large as can be, since that takes long.
    private byte[] large() {
        int size = 1 + random.nextInt(random.nextInt(10) == 0 ? 60_000 : 2_000);
        String filler = "x".repeat(size);
        return bytes(
                switch (random.nextInt(4)) {
                    case 0 -> "GET /" + filler + " HTTP/1.1\r\n" + headers() + "\r\n";
                    case 1 -> "GET / HTTP/1.1\r\n" + headers() + "X: " + filler + "\r\n\r\n";
                    case 2 -> "GET / HTTP/1.1\r\n" + headers() + "X: y\r\n".repeat(size / 6) + "\r\n";
                    default ->
                        "POST /a/order HTTP/1.1\r\n" + headers() + "Content-Length: " + size + "\r\n\r\n"
                                + "{\"a\":".repeat(size / 5) + "[".repeat(size % 5);
                });
    }

    private String headers() {
        return "Host: localhost\r\nSec-Fetch-Site: same-origin\r\n"
                + (random.nextInt(3) == 0 ? "Cookie: lodestar=" + "A".repeat(22) + "\r\n" : "")
                + (random.nextInt(4) == 0 ? "Datastar-Request: true\r\n" : "")
                + (random.nextInt(4) == 0 ? "Accept-Encoding: gzip, br\r\n" : "");
    }

    private String odd() {
        return switch (random.nextInt(8)) {
            case 0 -> "Range: bytes=" + random.nextInt(20) + "-" + random.nextInt(20);
            case 1 -> "Cookie: " + plain(noise.of(bytes("a=b; lodestar=" + "B".repeat(22) + "; c")));
            case 2 -> "Accept-Encoding: " + plain(noise.of(bytes("gzip;q=0.5, *;q=0")));
            case 3 -> "If-None-Match: " + plain(noise.of(bytes("W/\"abc\", \"d\"")));
            case 4 -> "Origin: " + plain(noise.of(bytes("http://localhost:80")));
            case 5 -> "Content-Type: " + plain(noise.of(bytes("application/json; charset=utf-8")));
            case 6 -> "Lodestar-Call: " + plain(noise.of(bytes("0123456789abcdef")));
            default -> "Forwarded: " + plain(noise.of(bytes("for=\"[::1]:80\";proto=https;host=a")));
        };
    }

    /** A form's, of which something may be wrong or missing. */
    private String type(String header) {
        return random.nextInt(5) > 0 ? header : plain(noise.of(bytes(header))) + "\r\n";
    }

    private String parts() {
        StringBuilder parts = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(50) == 0 ? 1_500 : 6); i > 0; i--) {
            parts.append("--b\r\n").append(PARTS[random.nextInt(PARTS.length)]).append("\r\n");
        }
        return parts.append("--b--\r\n").toString();
    }

    byte[] body() {
        return bytes(
                switch (random.nextInt(5)) {
                    case 0 -> "";
                    case 1 -> "a=b&c=%20d&lines=1";
                    case 2 -> "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nx\r\n--b--\r\n";
                    default -> ORDER;
                });
    }

    /** Without what would end a header, or a target. */
    private static String plain(byte[] bytes) {
        return text(bytes).replaceAll("[\\r\\n]", "").replace(' ', '+');
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(String head, String framing, byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(head));
        out.writeBytes(bytes(framing));
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
