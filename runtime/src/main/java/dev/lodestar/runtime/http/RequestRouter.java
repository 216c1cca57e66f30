package dev.lodestar.runtime.http;

import dev.lodestar.Config;
import dev.lodestar.Limits;
import dev.lodestar.runtime.asset.Asset;
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

/** Answers every request: one look-up finds what is at its path. */
public final class RequestRouter implements HttpHandler {
    /** Where the metrics are, if they are to be shown. */
    public static final String METRICS = "/metrics";

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
     * Makes the handler of an application.
     *
     * @param routes what it answers to
     * @param hub the hub that has the feeds of its views
     * @param proxies the addresses that many clients have in common
     * @param workers the threads for the application's code
     * @param sessions the sessions of its browsers
     * @param underway counts the requests that are being answered
     * @param meters what measures the actions
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
        // A stream that is one too many is refused for that, and takes nothing of what may be opened.
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
            Intake stream = new Intake(limits, budget, workers.openings(), sessions, streams, opener);
            endpoints.put(
                    RequestPath.encode(view.path()),
                    new ViewEndpoint(AssetEndpoint.shim(shim, policy), stream, sessions));
        }
        for (ActionRoute action : routes.actions()) {
            ActionRunner runner = new ActionRunner(action, hub, meters.action(action.name()), scripts, recent);
            Sessions own = action.crossOrigin() ? null : sessions;
            Intake intake = new Intake(limits, budget, workers.actions(), own, List.of(rate), runner);
            endpoints.put(RequestPath.encode(action.path()), new ActionEndpoint(intake, action.crossOrigin()));
        }
        endpoints.put(OneTimeScripts.PATH, new ScriptEndpoint(scripts));
        endpoints.put("/healthz", new HealthEndpoint(underway));
        if (config.metrics()) {
            meters.text().ifPresent(text -> endpoints.put(METRICS, new MetricsEndpoint(text, workers.openings())));
        }
        return new RequestRouter(
                ResponseHeaders.of(config, routes.permissions()), AllowedHosts.of(config), endpoints, underway, config);
    }

    /** What the policy of an application's pages says of scripts. */
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
        if (underway.draining()) {
            exchange.setPersistent(false);
            Answer.text(exchange, StatusCodes.SERVICE_UNAVAILABLE, "The server is closing.");
        } else if (HeadSize.refuses(exchange, limits)) {
            return;
        } else if (!FieldValues.areLines(exchange.getRequestHeaders())) {
            Answer.text(
                    exchange,
                    StatusCodes.BAD_REQUEST,
                    "The value of a header must have no line break and no NUL character.");
        } else if (Framing.refuses(exchange)) {
            return;
        } else if ((endpoint == null || !endpoint.anyHost()) && hosts.refuse(exchange)) {
            return;
        } else if (endpoint == null) {
            Answer.text(exchange, StatusCodes.NOT_FOUND, "There is nothing at this address.");
        } else if (!endpoint.crossOrigin() && CrossSite.refuse(exchange)) {
            return;
        } else if (!endpoint.answer(exchange, exchange.getRequestMethod().toString())) {
            // OPTIONS too: only requests from other origins ask, and those are not served.
            exchange.getResponseHeaders().put(Headers.ALLOW, endpoint.allow());
            Answer.text(
                    exchange, StatusCodes.METHOD_NOT_ALLOWED, "This address answers to " + endpoint.allow() + " only.");
        }
    }
}
