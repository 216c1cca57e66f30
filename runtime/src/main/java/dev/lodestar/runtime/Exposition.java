package dev.lodestar.runtime;

import dev.lodestar.runtime.http.RequestRouter;
import dev.lodestar.runtime.metrics.Meters;
import dev.lodestar.runtime.metrics.micrometer.PrometheusText;
import dev.lodestar.runtime.route.RouteTable;

/** Finds the meters of a server that is to show them, or says why it cannot. */
final class Exposition {
    private Exposition() {}

    /**
     * The meters to be shown.
     *
     * @param own the application's, or {@link Meters#NONE}
     * @throws StartException if their path is taken, or nothing can write their text
     */
    static Meters of(Meters own, RouteTable routes) {
        if (routes.assets().find(RequestRouter.METRICS) != null) {
            throw new StartException(
                    "The metrics are to be at " + RequestRouter.METRICS
                            + ", where the application has a view or an asset"
                            + " already; give that another path, or start without --metrics.",
                    null);
        }
        try {
            Meters meters = own == Meters.NONE ? PrometheusText.meters() : own;
            if (meters.text().isPresent()) {
                return meters;
            }
        } catch (NoClassDefFoundError e) {
            throw new StartException(
                    "The metrics need Micrometer's registry for Prometheus: add"
                            + " io.micrometer:micrometer-registry-prometheus to the application's dependencies, or start"
                            + " without --metrics.",
                    e);
        }
        throw new StartException(
                "The metrics cannot be shown: the MeterRegistry that the application provides is none for Prometheus."
                        + " Provide a PrometheusMeterRegistry or none, or start without --metrics.",
                null);
    }
}
