package dev.lodestar.runtime.asset;

/** How the bytes of a variant are encoded, best last. */
enum Encoding {
    IDENTITY("identity"),
    GZIP("gzip"),
    BROTLI("br");

    /** The token in {@code Accept-Encoding} and {@code Content-Encoding}. */
    final String token;

    Encoding(String token) {
        this.token = token;
    }
}
