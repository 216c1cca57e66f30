package dev.lodestar.runtime;

import dev.lodestar.runtime.http.RequestRouter;
import dev.lodestar.runtime.metrics.Meters;
import dev.lodestar.runtime.metrics.micrometer.MicrometerMeters;
import dev.lodestar.runtime.metrics.micrometer.PrometheusText;
import dev.lodestar.runtime.route.RouteTable;

/** Finds the meters of a server that shows its metrics, or says why there are none. */
final class Exposition {
    private Exposition() {}

    /**
     * The meters to show.
     *
     * @param own the application's, or {@link Meters#NONE}
     * @throws StartException if their path is taken, or they cannot be written as text
     */
    static Meters of(Meters own, RouteTable routes) {
        if (routes.assets().find(RequestRouter.METRICS) != null) {
            throw new StartException(
                    "The metrics need the path " + RequestRouter.METRICS
                            + ", where the application already has a view or an asset. Give that another path, or start"
                            + " without --metrics.",
                    null);
        }
        try {
            Meters meters = own == Meters.NONE ? MicrometerMeters.of(PrometheusText.registry()) : own;
            if (meters.text().isPresent()) {
                return meters;
            }
        } catch (NoClassDefFoundError e) {
            throw new StartException(
                    "The metrics need Micrometer's Prometheus registry: add"
                            + " io.micrometer:micrometer-registry-prometheus to the application's dependencies, or start"
                            + " without --metrics.",
                    e);
        }
        throw new StartException(
                "The metrics cannot be shown: the application's MeterRegistry is not a Prometheus registry."
                        + " Provide a PrometheusMeterRegistry or none, or start without --metrics.",
                null);
    }
}
