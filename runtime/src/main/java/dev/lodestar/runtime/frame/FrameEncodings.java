package dev.lodestar.runtime.frame;

import java.util.ArrayList;
import java.util.List;

/** The encodings that a server offers for its streams. Safe for use by any thread. */
public final class FrameEncodings implements AutoCloseable {
    private final List<FrameEncoding> all;

    private FrameEncodings(List<FrameEncoding> all) {
        this.all = all;
    }

    /** New instances of the encodings that every server offers. */
    public static FrameEncodings standard() {
        return of(List.of(new GzipEncoding()));
    }

    /**
     * The given encodings, and plain events for browsers that accept none of them.
     *
     * @param encodings the worst first: if a browser accepts several equally well, the last of them is used
     */
    public static FrameEncodings of(List<FrameEncoding> encodings) {
        List<FrameEncoding> all = new ArrayList<>(encodings);
        all.add(0, new IdentityEncoding());
        return new FrameEncodings(List.copyOf(all));
    }

    /** All encodings, the best last. The first one is {@link #identity}. */
    public List<FrameEncoding> all() {
        return all;
    }

    /** Events as they are. */
    public FrameEncoding identity() {
        return all.get(0);
    }

    /** Closes all encodings. */
    @Override
    public void close() {
        all.forEach(FrameEncoding::close);
    }

    /** Whether some encoding has dependent blocks for events of a size, in bytes. */
    boolean canDepend(int size) {
        return all.stream().anyMatch(encoding -> size <= encoding.window());
    }

    FrameEncoding get(int index) {
        return all.get(index);
    }

    int indexOf(FrameEncoding encoding) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == encoding) {
                return i;
            }
        }
        throw new IllegalArgumentException("This server does not offer the encoding " + encoding.token() + ".");
    }

    int size() {
        return all.size();
    }
}
