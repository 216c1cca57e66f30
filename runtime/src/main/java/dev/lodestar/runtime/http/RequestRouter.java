package dev.lodestar.runtime.http;

import dev.lodestar.Config;
import dev.lodestar.Limits;
import dev.lodestar.runtime.asset.Asset;
import dev.lodestar.runtime.connection.http1.Framing;
import dev.lodestar.runtime.connection.refusal.HeadSize;
import dev.lodestar.runtime.connection.refusal.Refusal;
import dev.lodestar.runtime.http.action.ActionRunner;
import dev.lodestar.runtime.http.action.OneTimeScripts;
import dev.lodestar.runtime.http.action.RecentAnswers;
import dev.lodestar.runtime.http.action.ScriptEndpoint;
import dev.lodestar.runtime.http.answer.Answer;
import dev.lodestar.runtime.http.answer.ContentPolicy;
import dev.lodestar.runtime.http.answer.Failure;
import dev.lodestar.runtime.http.post.BodyBudget;
import dev.lodestar.runtime.http.post.Endpoint;
import dev.lodestar.runtime.http.post.PostEndpoint;
import dev.lodestar.runtime.http.post.Quota;
import dev.lodestar.runtime.http.request.AccessLog;
import dev.lodestar.runtime.http.request.FieldValues;
import dev.lodestar.runtime.http.request.RequestPath;
import dev.lodestar.runtime.hub.FeedHub;
import dev.lodestar.runtime.metrics.Meters;
import dev.lodestar.runtime.presence.Presences;
import dev.lodestar.runtime.proxy.Proxies;
import dev.lodestar.runtime.route.ActionRoute;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.ViewRoute;
import dev.lodestar.runtime.session.Sessions;
import dev.lodestar.runtime.work.Underway;
import dev.lodestar.runtime.work.Workers;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers every request: one lookup finds the endpoint of its path. */
public final class RequestRouter implements HttpHandler {
    /** The path of the metrics, if they are served. */
    public static final String METRICS = "/metrics";

    private static final Refusal CLOSING = new Refusal(StatusCodes.SERVICE_UNAVAILABLE, "The server is closing.");
    private static final Refusal NOT_FOUND = new Refusal(StatusCodes.NOT_FOUND, "There is nothing at this address.");
    private static final Refusal BROKEN_VALUE =
            Refusal.badRequest("The value of a header must have no line break and no NUL character.");

    private final ResponseHeaders headers;
    private final AllowedHosts hosts;

    /** By the path as {@link RequestPath} writes it. */
    private final Map<String, Endpoint> endpoints;

    private final Limits limits;
    private final Underway underway;
    private final boolean development;
    private final boolean accessLog;

    private RequestRouter(
            ResponseHeaders headers,
            AllowedHosts hosts,
            Map<String, Endpoint> endpoints,
            Underway underway,
            Config config) {
        this.headers = headers;
        this.hosts = hosts;
        this.endpoints = Map.copyOf(endpoints);
        this.limits = config.limits();
        this.underway = underway;
        this.development = config.development();
        this.accessLog = config.accessLog();
    }

    /**
     * Creates the handler of an application.
     *
     * @param routes the pages, actions and assets of the application
     * @param hub the hub with the feeds of its views
     * @param proxies whose addresses many clients share
     * @param workers the threads for the application's code
     * @param sessions the sessions of its browsers
     * @param underway counts the requests that are being answered
     * @param meters measures the actions
     */
    public static RequestRouter of(
            RouteTable routes,
            FeedHub hub,
            Config config,
            Proxies proxies,
            Workers workers,
            Sessions sessions,
            Underway underway,
            Meters meters) {
        Limits limits = config.limits();
        Presences presences = new Presences(routes, hub, workers.notices(), underway);
        // A stream above the limit is refused first, and does not count as an opening.
        List<Quota> streams =
                List.of(Quota.streams(limits, proxies::include), Quota.streamOpenings(limits, proxies::include));
        Quota rate = Quota.actions(limits, proxies::include);
        BodyBudget budget = new BodyBudget(limits.bodyBytesInAll());
        OneTimeScripts scripts = new OneTimeScripts(rate::client);
        RecentAnswers recent = new RecentAnswers(System::nanoTime);
        StreamRefusal refusal = new StreamRefusal(scripts);
        ContentPolicy policy = ContentPolicy.page(routes.csp(), routes.unsafeEval());
        Map<String, Endpoint> endpoints = new HashMap<>();
        for (Asset asset : routes.assets().all()) {
            endpoints.put(RequestPath.encode(asset.path()), AssetEndpoint.file(asset, policy));
        }
        for (ViewRoute view : routes.views()) {
            Asset shim = Objects.requireNonNull(routes.assets().find(view.path()));
            StreamHeaders headers = new StreamHeaders(shim.hash(), config.heartbeat());
            StreamOpener opener = new StreamOpener(view, hub, presences, headers, sessions, refusal);
            PostEndpoint stream = new PostEndpoint(limits, budget, workers.openings(), sessions, streams, opener);
            endpoints.put(
                    RequestPath.encode(view.path()),
                    new ViewEndpoint(AssetEndpoint.shim(shim, policy), stream, sessions));
        }
        for (ActionRoute action : routes.actions()) {
            ActionRunner runner = new ActionRunner(action, hub, meters.action(action.name()), scripts, recent);
            Sessions own = action.crossOrigin() ? null : sessions;
            PostEndpoint endpoint = new PostEndpoint(limits, budget, workers.actions(), own, List.of(rate), runner);
            endpoints.put(RequestPath.encode(action.path()), endpoint);
        }
        endpoints.put(OneTimeScripts.PATH, new ScriptEndpoint(scripts));
        endpoints.put("/healthz", new HealthEndpoint(underway));
        if (config.metrics()) {
            meters.text().ifPresent(text -> endpoints.put(METRICS, new MetricsEndpoint(text, workers.openings())));
        }
        return new RequestRouter(
                ResponseHeaders.of(config, routes.permissions()), AllowedHosts.of(config), endpoints, underway, config);
    }

    /** The {@code script-src} directive of an application's pages. */
    public static String scriptPolicy(RouteTable routes) {
        return ContentPolicy.page(routes.csp(), routes.unsafeEval()).scripts();
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        underway.begin();
        exchange.addExchangeCompleteListener((ended, next) -> {
            underway.end();
            next.proceed();
        });
        headers.put(exchange);
        if (accessLog) {
            AccessLog.follow(exchange);
        }
        if (development) {
            Failure.show(exchange);
        }
        try {
            route(exchange);
        } catch (RuntimeException | Error e) {
            Failure.answer(exchange, e);
        }
    }

    private void route(HttpServerExchange exchange) {
        Endpoint endpoint = endpoints.get(RequestPath.of(exchange));
        Refusal refusal = refusal(exchange, endpoint);
        if (refusal != null) {
            Answer.refuse(exchange, refusal);
        } else {
            Objects.requireNonNull(endpoint).answer(exchange);
        }
    }

    private @Nullable Refusal refusal(HttpServerExchange exchange, @Nullable Endpoint endpoint) {
        if (underway.draining()) {
            exchange.setPersistent(false);
            return CLOSING;
        }
        Refusal refusal = malformed(exchange);
        if (refusal == null && (endpoint == null || !endpoint.anyHost())) {
            refusal = hosts.refusal(exchange);
        }
        if (refusal != null) {
            return refusal;
        }
        return endpoint == null ? NOT_FOUND : refusalBy(endpoint, exchange);
    }

    private @Nullable Refusal malformed(HttpServerExchange exchange) {
        Refusal refusal = HeadSize.refusal(exchange, limits);
        if (refusal != null) {
            return refusal;
        }
        if (!FieldValues.areLines(exchange.getRequestHeaders())) {
            return BROKEN_VALUE;
        }
        Refusal framing = Framing.refusal(exchange);
        if (framing != null) {
            exchange.setPersistent(false);
        }
        return framing;
    }

    private static @Nullable Refusal refusalBy(Endpoint endpoint, HttpServerExchange exchange) {
        Refusal crossSite = endpoint.crossOrigin() ? null : CrossSite.refusal(exchange);
        return crossSite == null ? unknownMethod(exchange, endpoint.methods()) : crossSite;
    }

    // OPTIONS is refused too: only requests from other origins ask, and those are not served.
    private static @Nullable Refusal unknownMethod(HttpServerExchange exchange, List<String> known) {
        if (known.contains(exchange.getRequestMethod().toString())) {
            return null;
        }
        String allow = String.join(", ", known);
        exchange.getResponseHeaders().put(Headers.ALLOW, allow);
        return new Refusal(StatusCodes.METHOD_NOT_ALLOWED, "This address answers to " + allow + " only.");
    }
}
