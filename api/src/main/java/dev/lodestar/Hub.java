package dev.lodestar;

import dev.lodestar.store.Store;

/**
 * Sends changes to every open page. A constructor that takes a {@code Hub} gets the application's.
 *
 * <pre>{@code
 * final class Prices {
 *     Prices(Hub hub, Exchange exchange) { exchange.onChange(() -> hub.refresh(Views.PRICES)); }
 * }
 * }</pre>
 *
 * <p>Actions, clocks and commits to the store refresh the views by themselves, so an application calls the hub only
 * when state changes elsewhere. Safe for use by any thread; every method returns immediately.
 */
public interface Hub {
    /**
     * Refreshes every view. Calls within one {@link Config#frameInterval() frame interval} result in a single frame.
     */
    void refresh();

    /**
     * Refreshes one view, for everybody who is watching it.
     *
     * @param view the path of a view, as in {@code Views.ROOT}
     * @throws IllegalArgumentException if no view has that path
     */
    void refresh(String view);

    /**
     * Returns how many streams are open, over all views. Views that show the number are refreshed when it changes.
     *
     * @return the number, 0 or more
     */
    int watching();

    /**
     * Returns how many streams of one view are open. Views that show the number are refreshed when it changes.
     *
     * @param view the path of a view, as in {@code Views.ROOT}
     * @return the number, 0 or more
     * @throws IllegalArgumentException if no view has that path
     */
    int watching(String view);

    /**
     * Returns how many streams of one view are open with the same query: how many people are in one room, for example.
     * Views that show the number are refreshed when it changes.
     *
     * @param view the path of a view that takes only {@link Query} parameters, as in {@code Views.CHAT}
     * @param query the values of these parameters as they are in the URL, decoded, in the order of the parameters.
     *     Streams that lack one of them are not counted
     * @return the number, 0 or more
     * @throws IllegalArgumentException if no view has that path
     */
    int watching(String view, String... query);

    /**
     * Refreshes views whenever something is committed to a store: those that declare with {@link View#reads} that they
     * read what the commit changed, and those that declare nothing. The generated {@code Main} already connects the
     * application's store. Several stores can be connected.
     */
    void connect(Store store);
}
