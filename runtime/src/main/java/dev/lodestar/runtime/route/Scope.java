package dev.lodestar.runtime.route;

import dev.lodestar.Fields;
import java.util.List;
import java.util.stream.Stream;

/** Who shares a rendering of a view, derived from what the rendering depends on. */
public sealed interface Scope {
    /** The rendering depends on nothing in the request: one feed for everybody. */
    static Scope everybody() {
        return new Everybody();
    }

    /**
     * The rendering depends on query parameters: one feed for all requests with equal values.
     *
     * @param names the names of the parameters, at least one
     */
    static Scope query(String... names) {
        return new Query(List.of(names));
    }

    /** The rendering depends on the session, the signals or the whole request: one feed for each connection. */
    static Scope connection() {
        return new Connection();
    }

    /**
     * Identifies the feed of the view that a request belongs to.
     *
     * @param query the request's query
     * @return a value that is equal for two requests if they share a feed
     */
    Object feedKey(Fields query);

    /** See {@link Scope#everybody()}. */
    record Everybody() implements Scope {
        @Override
        public Object feedKey(Fields query) {
            return "";
        }
    }

    /**
     * See {@link Scope#query}.
     *
     * @param names the names of the parameters
     */
    record Query(List<String> names) implements Scope {
        /** Checks that there are names. */
        public Query {
            if (names.isEmpty()) {
                throw new IllegalArgumentException(
                        "Scope.query needs the names of the parameters; a view without any has Scope.everybody().");
            }
        }

        /** The feed of the requests with exactly these values, in the order of the names. */
        public static Object feedKey(String... values) {
            return Stream.of(values).map(List::of).toList();
        }

        // All values of a name count, not only the first: a rendering may read them as a list.
        @Override
        public Object feedKey(Fields query) {
            return names.stream()
                    .map(name -> query.has(name) ? query.list(name, Fields::string) : List.of())
                    .toList();
        }
    }

    /** See {@link Scope#connection()}. */
    record Connection() implements Scope {
        @Override
        public Object feedKey(Fields query) {
            return new Object();
        }
    }
}
