package dev.lodestar.bench.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A target for a figure.
 *
 * @param what what is compared
 * @param is the figure
 * @param limit its upper limit
 */
record Target(String what, double is, double limit) {
    /** The targets for the figures of a load. */
    static List<Target> of(Load load, Map<Contender, Figures> figures) {
        List<Target> targets = new ArrayList<>();
        Figures bare = figures.get(Contender.named("nio"));
        figures.forEach((contender, its) -> {
            if (contender.isLodestar()) {
                if (bare != null) {
                    String cpu = contender + "'s CPU to nio's";
                    targets.add(new Target(cpu, its.cpu() / bare.cpu(), contender.gzip() ? 1 : 1.15));
                    targets.add(new Target(contender + "'s p99 to nio's", its.p99() / bare.p99(), 1.25));
                }
                if (load.streams() == 5000) {
                    targets.add(new Target(contender + "'s RSS in MB", its.resident(), 130));
                }
            }
        });
        compressed(load, figures, targets);
        return targets;
    }

    private static void compressed(Load load, Map<Contender, Figures> figures, List<Target> targets) {
        Figures shared = figures.get(Contender.named("lodestar-gzip"));
        double limit = load.kilobytes() >= 50 ? 0.05 : 0.25;
        figures.forEach((contender, its) -> {
            if (shared != null && contender.gzip() && !contender.isLodestar()) {
                String cpu = "lodestar-gzip's CPU to " + contender + "'s";
                targets.add(new Target(cpu, shared.cpu() / its.cpu(), limit));
            }
        });
    }

    /** False also if there is no figure. */
    boolean met() {
        return is <= limit;
    }

    @Override
    public String toString() {
        return "%s: %s: %.2f, at most %.2f".formatted(met() ? "met" : "NOT MET", what, is, limit);
    }
}
