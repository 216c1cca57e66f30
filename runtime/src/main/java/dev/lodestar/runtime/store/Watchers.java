package dev.lodestar.runtime.store;

import dev.lodestar.runtime.collapse.Collapse;
import dev.lodestar.runtime.store.history.Branch;
import dev.lodestar.runtime.store.medium.Announcement;
import dev.lodestar.store.Commit;
import dev.lodestar.store.Watch;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners that are told of commits. Safe for use by any thread. */
final class Watchers {
    private static final Logger log = LoggerFactory.getLogger(Watchers.class);

    private final List<Registration> registrations = new CopyOnWriteArrayList<>();

    private record Registration(Branch branch, String prefix, Consumer<Commit> listener) {}

    Watch add(Branch branch, String prefix, Consumer<Commit> listener) {
        Registration registration = new Registration(branch, prefix, listener);
        registrations.add(registration);
        return () -> registrations.removeIf(r -> r == registration);
    }

    void tell(Announcement announcement) {
        for (Registration registration : registrations) {
            if (registration.branch().name().equals(announcement.branch())
                    && announcement.commit().touches(registration.prefix())) {
                tell(registration, announcement.commit());
            }
        }
    }

    private void tell(Registration registration, Commit commit) {
        try {
            registration.listener().accept(commit);
        } catch (RuntimeException | Error e) { // not the committer's fault
            Collapse.notice(e);
            log.error(
                    "A listener on \"{}\" failed at commit {}; it stays registered.",
                    registration.prefix(),
                    commit.id(),
                    e);
        }
    }
}
