package dev.lodestar.runtime.asset;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the table: a shim or an asset, with its encodings. Immutable.
 *
 * <p>A strong entity tag promises identical bytes, so each variant has its own: the hash and the coding.
 */
public final class Asset {
    private final String path;
    private final String contentType;
    private final String hash;
    private final boolean immutable;
    private final Map<Encoding, Variant> variants;

    Asset(String path, String contentType, String hash, boolean immutable, Map<Encoding, ByteBuffer> bytes) {
        this.path = path;
        this.contentType = contentType;
        this.hash = hash;
        this.immutable = immutable;
        this.variants = new EnumMap<>(Encoding.class);
        bytes.forEach((encoding, buffer) -> variants.put(encoding, new Variant(encoding.token, buffer)));
    }

    /** The path that it is served at. */
    public String path() {
        return path;
    }

    /** The value of {@code Content-Type}. */
    public String contentType() {
        return contentType;
    }

    /** The value of {@code Cache-Control}: a year for content-addressed paths, revalidation each time for shims. */
    public String cacheControl() {
        return immutable ? "public, max-age=31536000, immutable" : "no-cache";
    }

    /** Identifies the content: a different hash means different content. */
    public String hash() {
        return hash;
    }

    /** The value of {@code ETag} for a variant. */
    public String entityTag(Variant variant) {
        return '"' + hash + (variant.plain() ? "" : "-" + variant.coding()) + '"';
    }

    /**
     * Chooses an encoding.
     *
     * @param acceptEncoding the request's {@code Accept-Encoding}, or null if it has none
     * @return the variant, or null if the request accepts none of them
     */
    public @Nullable Variant variantFor(@Nullable String acceptEncoding) {
        Encoding best = AcceptEncoding.parse(acceptEncoding).best(variants.keySet(), encoding -> encoding.token);
        return best == null ? null : variants.get(best);
    }

    /** The available codings, separated by commas. */
    public String codings() {
        return variants.values().stream().map(Variant::coding).collect(Collectors.joining(", "));
    }

    /**
     * Whether the browser already has a variant.
     *
     * @param ifNoneMatch the request's {@code If-None-Match}, or null if it has none
     */
    public boolean isKnownTo(@Nullable String ifNoneMatch, Variant variant) {
        if (ifNoneMatch == null) {
            return false;
        }
        String tag = entityTag(variant);
        // The hash is hexadecimal, so no tag that could match contains a comma.
        for (String candidate : ifNoneMatch.split(",")) {
            String opaque = candidate.strip();
            if (opaque.equals("*") || opaque.equals(tag) || opaque.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
