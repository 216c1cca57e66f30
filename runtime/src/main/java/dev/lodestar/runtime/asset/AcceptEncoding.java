package dev.lodestar.runtime.asset;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The encodings that a browser accepts (RFC 9110, 12.5.3).
 *
 * @param weights the weights from 0 to 1 by the name of the encoding, in lower case
 */
public record AcceptEncoding(Map<String, Double> weights) {
    private static final String IDENTITY = "identity";

    /** Less than any weight that a header can express. */
    private static final double UNMENTIONED = 0.0001;

    /** Parses the header of a request; null if the request has none. */
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

    /**
     * Chooses the available encoding with the greatest weight; among equals, the last.
     *
     * @param available the encodings that there are, the worst first
     * @param token returns the name of an encoding
     * @return the best encoding, or null if none is acceptable
     */
    public <E> @Nullable E best(Collection<E> available, Function<E, String> token) {
        E best = null;
        double bestWeight = 0;
        for (E encoding : available) {
            double weight = weightOf(token.apply(encoding));
            if (weight > 0 && weight >= bestWeight) {
                best = encoding;
                bestWeight = weight;
            }
        }
        return best;
    }

    private double weightOf(String token) {
        // Identity is acceptable unless it is refused, but a browser that names another encoding prefers that.
        double otherwise = token.equals(IDENTITY) ? UNMENTIONED : 0;
        return weights.getOrDefault(token, weights.getOrDefault("*", otherwise));
    }

    // Negative if the parameter is not a weight; it is ignored then.
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
