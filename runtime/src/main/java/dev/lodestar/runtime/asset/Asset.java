package dev.lodestar.runtime.asset;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the table: a shim or an asset, in its encodings. Immutable.
 *
 * <p>All encodings have one hash, that of the plain bytes. A strong entity tag promises the same bytes, which only the
 * plain variant can keep; the others carry the weak form of the same tag, and {@code If-None-Match}, which compares
 * weakly, knows the asset in whichever encoding the browser holds it.
 */
public final class Asset {
    private final String path;
    private final String contentType;
    private final String tag;
    private final boolean immutable;
    private final Map<Encoding, Variant> variants;

    Asset(String path, String contentType, String hash, boolean immutable, Map<Encoding, ByteBuffer> bytes) {
        this.path = path;
        this.contentType = contentType;
        this.tag = '"' + hash + '"';
        this.immutable = immutable;
        this.variants = new EnumMap<>(Encoding.class);
        bytes.forEach((encoding, buffer) -> variants.put(encoding, new Variant(encoding.token, buffer)));
    }

    /** The path that serves it. */
    public String path() {
        return path;
    }

    /** The value of {@code Content-Type}. */
    public String contentType() {
        return contentType;
    }

    /** The value of {@code Cache-Control}: a year for what is at a content-addressed path, a question each time for shims. */
    public String cacheControl() {
        return immutable ? "public, max-age=31536000, immutable" : "no-cache";
    }

    /** The value of {@code ETag} for a variant. */
    public String entityTag(Variant variant) {
        return variant.plain() ? tag : "W/" + tag;
    }

    /**
     * Chooses among the encodings.
     *
     * @param acceptEncoding the request's {@code Accept-Encoding}, or null if it has none
     */
    public Variant variantFor(@Nullable String acceptEncoding) {
        Encoding best = AcceptEncoding.parse(acceptEncoding).best(variants.keySet());
        return Objects.requireNonNull(variants.get(best));
    }

    /**
     * Tells whether the browser holds these very contents.
     *
     * @param ifNoneMatch the request's {@code If-None-Match}, or null if it has none
     */
    public boolean isKnownTo(@Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        // The hash is hexadecimal, so a comma never belongs to a tag that could match.
        for (String candidate : ifNoneMatch.split(",")) {
            String opaque = candidate.strip();
            if (opaque.equals("*") || opaque.equals(tag) || opaque.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
