package dev.lodestar.runtime.store;

import dev.lodestar.runtime.collapse.Collapse;
import dev.lodestar.store.Commit;
import dev.lodestar.store.Watch;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is told of commits. Safe for use by any thread. */
final class Watchers {
    private static final Logger log = LoggerFactory.getLogger(Watchers.class);

    private final List<Place> places = new CopyOnWriteArrayList<>();

    private record Place(Space space, String prefix, Consumer<Commit> listener) {}

    Watch add(Space space, String prefix, Consumer<Commit> listener) {
        Place place = new Place(space, prefix, listener);
        places.add(place);
        return () -> places.removeIf(p -> p == place);
    }

    void tell(Announcement news) {
        for (Place place : places) {
            if (place.space().equals(news.space()) && news.commit().touches(place.prefix())) {
                tell(place, news.commit());
            }
        }
    }

    private void tell(Place place, Commit commit) {
        try {
            place.listener().accept(commit);
        } catch (RuntimeException | Error e) { // whoever commits has no part in it
            Collapse.notice(e);
            log.error("A listener on \"{}\" failed at the commit {}; it stays.", place.prefix(), commit.id(), e);
        }
    }
}
