package dev.lodestar.runtime.route;

import dev.lodestar.Permission;
import dev.lodestar.runtime.asset.AssetTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that an application answers to and does by itself. Immutable; built with {@link #over}. */
public final class RouteTable {
    private final AssetTable assets;
    private final List<ViewRoute> views;
    private final List<ActionRoute> actions;
    private final List<ClockRoute> clocks;
    private final List<StreamRoute> connected;
    private final List<StreamRoute> disconnected;
    private final boolean unsafeEval;
    private final List<String> csp;
    private final Set<Permission> permissions;

    private RouteTable(Builder builder) {
        assets = builder.assets;
        views = List.copyOf(builder.views.values());
        actions = List.copyOf(builder.actions.values());
        clocks = List.copyOf(builder.clocks);
        connected = List.copyOf(builder.connected);
        disconnected = List.copyOf(builder.disconnected);
        unsafeEval = builder.unsafeEval;
        csp = builder.csp;
        permissions = builder.permissions;
    }

    /**
     * Starts a table.
     *
     * @param assets the shims, at the paths of the views, and the assets
     */
    public static Builder over(AssetTable assets) {
        return new Builder(assets);
    }

    /** The shims and assets. */
    public AssetTable assets() {
        return assets;
    }

    /** The views, in the order added. */
    public List<ViewRoute> views() {
        return views;
    }

    /** The actions, in the order added. */
    public List<ActionRoute> actions() {
        return actions;
    }

    /** The clocks, in the order added. */
    public List<ClockRoute> clocks() {
        return clocks;
    }

    /** What to do when streams open, in the order added. */
    public List<StreamRoute> connected() {
        return connected;
    }

    /** What to do when streams end, in the order added. */
    public List<StreamRoute> disconnected() {
        return disconnected;
    }

    /** Whether pages may evaluate text as JavaScript. */
    public boolean unsafeEval() {
        return unsafeEval;
    }

    /** The directives that the application has set for the pages' policy. */
    public List<String> csp() {
        return csp;
    }

    /** What pages may use of their visitors' devices. */
    public Set<Permission> permissions() {
        return permissions;
    }

    /** Collects the routes. Each method returns this builder. For one thread. */
    public static final class Builder {
        private static final String HEALTH = "/healthz";

        private final AssetTable assets;
        private final Map<String, ViewRoute> views = new LinkedHashMap<>();
        private final Map<String, ActionRoute> actions = new LinkedHashMap<>();
        private final List<ClockRoute> clocks = new ArrayList<>();
        private final List<StreamRoute> connected = new ArrayList<>();
        private final List<StreamRoute> disconnected = new ArrayList<>();
        private boolean unsafeEval;
        private List<String> csp = List.of();
        private Set<Permission> permissions = Set.of();

        private Builder(AssetTable assets) {
            this.assets = assets;
        }

        /**
         * Adds a view, whose shim must be in the asset table.
         *
         * @param reads the prefixes of the store's keys that it reads; if there are none, every commit refreshes it
         * @throws IllegalArgumentException if there is no shim, or if the path is taken or does not start with a
         *     slash
         */
        public Builder view(String path, Scope scope, ViewHandler handler, String... reads) {
            claim(path);
            require(
                    assets.find(path) != null,
                    "The view " + path + " has no shim in the asset table: the table comes from another build."
                            + " Rebuild the application.");
            views.put(path, new ViewRoute(path, scope, handler, List.of(reads)));
            return this;
        }

        /**
         * Adds an action whose name is its path.
         *
         * @see #action(String, String, ActionHandler, String...)
         */
        public Builder action(String path, ActionHandler handler, String... refreshedViews) {
            return action(path, path, handler, refreshedViews);
        }

        /**
         * Adds an action.
         *
         * @param name what people call it, since its path says nothing
         * @param refreshedViews the paths of the views to refresh afterwards; all views if there are none
         * @throws IllegalArgumentException if the path is taken or does not start with a slash
         */
        public Builder action(String path, String name, ActionHandler handler, String... refreshedViews) {
            claim(path);
            require(assets.find(path) == null, "The path " + path + " belongs to both an asset and an action.");
            actions.put(path, new ActionRoute(path, name, handler, List.of(refreshedViews), false));
            return this;
        }

        /**
         * Allows requests to an action from any site, as for a webhook.
         *
         * @throws IllegalArgumentException if there is no action at the path yet
         */
        public Builder crossOrigin(String path) {
            require(actions.containsKey(path), "There is no action at " + path + " to open to other sites.");
            actions.computeIfPresent(path, (same, action) -> action.forAnySite());
            return this;
        }

        /**
         * Adds a clock.
         *
         * @param refreshedViews the paths of the views to refresh after a run; all views if there are none
         * @throws IllegalArgumentException if the period is shorter than 1 ms
         */
        public Builder every(Duration period, Tick tick, String... refreshedViews) {
            require(period.toMillis() >= 1, "The period of a clock must be at least 1 ms, not " + period + ".");
            clocks.add(new ClockRoute(period, tick, List.of(refreshedViews)));
            return this;
        }

        /**
         * Adds a handler for streams that open.
         *
         * @param views the paths of the views whose streams it handles; all views if empty
         * @param refreshedViews the paths of the views to refresh afterwards; all views if there are none
         */
        public Builder connected(List<String> views, StreamHandler handler, String... refreshedViews) {
            connected.add(new StreamRoute(views, handler, List.of(refreshedViews)));
            return this;
        }

        /**
         * Adds a handler for streams that have ended.
         *
         * @param views the paths of the views whose streams it handles; all views if empty
         * @param refreshedViews the paths of the views to refresh afterwards; all views if there are none
         */
        public Builder disconnected(List<String> views, StreamHandler handler, String... refreshedViews) {
            disconnected.add(new StreamRoute(views, handler, List.of(refreshedViews)));
            return this;
        }

        /** Lets pages evaluate text as JavaScript, for a client that evaluates the expressions in the markup. */
        public Builder unsafeEval() {
            unsafeEval = true;
            return this;
        }

        /**
         * Sets directives of the pages' Content-Security-Policy; each replaces the default directive of its name.
         *
         * @param directives such as {@code img-src 'self'}
         */
        public Builder csp(String... directives) {
            csp = List.of(directives);
            return this;
        }

        /** Lets pages use something of their visitors' devices. */
        public Builder permissions(Permission... granted) {
            permissions = Set.of(granted);
            return this;
        }

        /**
         * Builds the table.
         *
         * @throws IllegalArgumentException if anything refreshes, or handles the streams of, a view that is not in
         *     the table
         */
        public RouteTable build() {
            actions.values()
                    .forEach(action ->
                            requireViews(action.refreshedViews(), "The action " + action.path() + " refreshes"));
            clocks.forEach(clock -> requireViews(clock.refreshedViews(), "A clock refreshes"));
            Stream.concat(connected.stream(), disconnected.stream()).forEach(stream -> {
                requireViews(stream.views(), "Something handles the streams of");
                requireViews(stream.refreshedViews(), "A stream handler refreshes");
            });
            return new RouteTable(this);
        }

        private void claim(String path) {
            require(path.startsWith("/"), "The path " + path + " must start with a slash.");
            require(!path.equals(HEALTH), "The path " + HEALTH + " is the server's own; choose another.");
            require(
                    !views.containsKey(path) && !actions.containsKey(path),
                    "The path " + path + " has two handlers; each path belongs to one view or one action.");
        }

        private void requireViews(List<String> paths, String what) {
            for (String path : paths) {
                require(views.containsKey(path), what + " " + path + ", which is not the path of a view.");
            }
        }

        private static void require(boolean holds, String otherwise) {
            if (!holds) {
                throw new IllegalArgumentException(otherwise);
            }
        }
    }
}
