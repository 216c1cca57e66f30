package dev.lodestar;

import dev.lodestar.store.Store;

/**
 * Turns "state changed" into frames on every open stream. A constructor that has a parameter of this type is given the
 * application's hub.
 *
 * <p>Actions and {@link Every} methods refresh by themselves; an application calls the hub only when its state changes
 * elsewhere. Safe for use by any thread; every method returns at once.
 */
public interface Hub {
    /** Marks every view as changed. Calls that come closer together than the frame interval make one frame. */
    void refresh();

    /**
     * Marks the view at a path as changed, in all its feeds.
     *
     * @param view the path of a view, as in {@code Views.ROOT}
     * @throws IllegalArgumentException if no view has that path
     */
    void refresh(String view);

    /**
     * Tells how many streams are open, over all views. A rendering that shows the number is refreshed when it changes.
     *
     * @return the number, 0 or more
     */
    int watching();

    /**
     * Tells how many streams of one view are open. A rendering that shows the number is refreshed when it changes.
     *
     * @param view the path of a view, as in {@code Views.ROOT}
     * @return the number, 0 or more
     * @throws IllegalArgumentException if no view has that path
     */
    int watching(String view);

    /**
     * Tells how many streams of one view are open that asked for the same: how many people are in one room. A rendering
     * that shows the number is refreshed when it changes.
     *
     * @param view the path of a view whose parameters are all {@link Query}, as in {@code Views.CHAT}
     * @param query the values of those parameters as they stand in the URL, decoded, in the parameters' order; streams
     *     that lack one of them are not counted
     * @return the number, 0 or more
     * @throws IllegalArgumentException if no view has that path
     */
    int watching(String view, String... query);

    /**
     * Makes every commit of a store a refresh: of the views that declare with {@link View#reads} that they read something
     * the commit changed, and of those that declare nothing. The generated {@code Main} connects the application's store;
     * a store that was connected before stays so.
     */
    void connect(Store store);
}
