package dev.lodestar.examples.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is typing, in which room. Nobody says that they have stopped, so it is forgotten after a while. */
final class Typists {
    /** Longer than the two seconds after which a page says again that somebody types. */
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

    /** Those who type in a room, by their names. */
    List<Person> in(Room room) {
        return typing.entrySet().stream()
                .filter(entry -> entry.getKey().room() == room)
                .map(entry -> entry.getValue().person())
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                .toList();
    }

    /** Forgets who has stopped, and tells whether anybody has. */
    boolean forget() {
        Instant now = clock.instant();
        return typing.values().removeIf(each -> each.until().isBefore(now));
    }

    private record Seat(Room room, String person) {}

    private record Typing(Person person, Instant until) {}
}
