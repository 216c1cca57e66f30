package dev.lodestar.processor.expression;

import java.util.Arrays;

/** A growing text that knows for each character where in a source it comes from. */
final class Traced {
    private final StringBuilder text = new StringBuilder();
    private int[] origins = new int[64];

    /** A text that is its own source. */
    static Traced of(String source) {
        Traced traced = new Traced();
        for (int i = 0; i < source.length(); i++) {
            traced.append(source.charAt(i), i);
        }
        return traced;
    }

    private void append(char c, int origin) {
        if (text.length() == origins.length) {
            origins = Arrays.copyOf(origins, 2 * origins.length);
        }
        origins[text.length()] = origin;
        text.append(c);
    }

    /** Appends characters that represent one of the source. */
    Traced append(String piece, int origin) {
        piece.chars().forEach(c -> append((char) c, origin));
        return this;
    }

    /** Appends a part of another text. */
    Traced append(Traced other, int start, int end) {
        for (int i = start; i < end; i++) {
            append(other.text.charAt(i), other.origins[i]);
        }
        return this;
    }

    Traced append(Traced other) {
        return append(other, 0, other.length());
    }

    Traced part(int start, int end) {
        return new Traced().append(this, start, end);
    }

    int length() {
        return text.length();
    }

    /** Where in the source a character comes from; after the last one, where the last one does. */
    int origin(int offset) {
        return text.isEmpty() ? 0 : origins[Math.min(offset, text.length() - 1)];
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
