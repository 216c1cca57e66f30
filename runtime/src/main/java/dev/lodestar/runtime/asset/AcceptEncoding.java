package dev.lodestar.runtime.asset;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a browser accepts, as RFC 9110 (12.5.3) has it: weights from 0 to 1 by coding.
 *
 * @param weights by coding, in lower case
 */
public record AcceptEncoding(Map<String, Double> weights) {
    /** Less than any weight that can be written. */
    private static final double UNMENTIONED = 0.0001;

    /** Reads the header of a request, which may have none. */
    public static AcceptEncoding parse(@Nullable String header) {
        Map<String, Double> weights = new HashMap<>();
        if (header != null) {
            for (String item : header.split(",")) {
                String[] parts = item.split(";", 2);
                String coding = parts[0].strip().toLowerCase(Locale.ROOT);
                double weight = parts.length == 1 ? 1 : weight(parts[1].strip());
                if (weight >= 0) {
                    weights.put(coding, weight);
                }
            }
        }
        return new AcceptEncoding(weights);
    }

    /** Whether gzip is at least as welcome as plain bytes. */
    public boolean takesGzip() {
        return best(EnumSet.of(Encoding.IDENTITY, Encoding.GZIP)) == Encoding.GZIP;
    }

    /** The available encoding with the greatest weight; among equals the smallest bytes. Null if none is acceptable. */
    @Nullable
    Encoding best(Set<Encoding> available) {
        Encoding best = null;
        double bestWeight = 0;
        for (Encoding encoding : available) {
            double weight = weightOf(encoding);
            if (weight > 0 && weight >= bestWeight) {
                best = encoding;
                bestWeight = weight;
            }
        }
        return best;
    }

    private double weightOf(Encoding encoding) {
        // Identity is acceptable unless it is refused, but whoever names another coding would rather have that.
        double otherwise = encoding == Encoding.IDENTITY ? UNMENTIONED : 0;
        return weights.getOrDefault(encoding.token, weights.getOrDefault("*", otherwise));
    }

    // Negative for what is no weight: it says nothing.
    private static double weight(String parameter) {
        if (!parameter.startsWith("q=") && !parameter.startsWith("Q=")) {
            return -1;
        }
        try {
            double weight = Double.parseDouble(parameter.substring(2).strip());
            return weight <= 1 ? weight : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
