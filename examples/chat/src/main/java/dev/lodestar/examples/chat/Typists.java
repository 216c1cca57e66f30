package dev.lodestar.examples.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is typing in which room. Pages do not report that typing has stopped, so each entry expires. */
final class Typists {
    /** Longer than the two seconds after which a page reports typing again. */
    static final Duration MEMORY = Duration.ofSeconds(3);

    private final Map<Seat, Typing> typing = new ConcurrentHashMap<>();
    private final Clock clock;

    Typists(Clock clock) {
        this.clock = clock;
    }

    void types(Person person, Room room) {
        typing.put(
                new Seat(room, person.id()), new Typing(person, clock.instant().plus(MEMORY)));
    }

    void stops(Person person, Room room) {
        typing.remove(new Seat(room, person.id()));
    }

    /** The people who are typing in a room, sorted by name. */
    List<Person> in(Room room) {
        return typing.entrySet().stream()
                .filter(entry -> entry.getKey().room() == room)
                .map(entry -> entry.getValue().person())
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                .toList();
    }

    /** Removes what has expired. Returns whether anything had. */
    boolean forget() {
        Instant now = clock.instant();
        return typing.values().removeIf(each -> each.until().isBefore(now));
    }

    private record Seat(Room room, String person) {}

    private record Typing(Person person, Instant until) {}
}
