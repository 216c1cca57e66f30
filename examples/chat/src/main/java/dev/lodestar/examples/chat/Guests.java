package dev.lodestar.examples.chat;

import dev.lodestar.Session;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who is in which room: everybody with at least one page open there. */
final class Guests {
    /** In a larger crowd, only this many are listed by name. */
    static final int MOST_NAMES = 12;

    private final Map<Seat, Guest> guests = new ConcurrentHashMap<>();

    void comes(Session session, Room room) {
        guests.merge(new Seat(room, People.id(session)), new Guest(session, 1), Guest::with);
    }

    void goes(Session session, Room room) {
        guests.computeIfPresent(
                new Seat(room, People.id(session)),
                (seat, guest) -> guest.withoutOne().orElse(null));
    }

    /** The people in a room who have given a name, sorted by name; at most {@value #MOST_NAMES}. */
    List<Person> in(Room room) {
        return guests.entrySet().stream()
                .filter(entry -> entry.getKey().room() == room)
                .map(entry -> new Person(
                        entry.getKey().person(), People.name(entry.getValue().session())))
                .filter(person -> !person.name().isEmpty())
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                .limit(MOST_NAMES)
                .toList();
    }

    private record Seat(Room room, String person) {}

    private record Guest(Session session, int pages) {
        Guest with(Guest other) {
            return new Guest(session, pages + other.pages);
        }

        Optional<Guest> withoutOne() {
            return pages == 1 ? Optional.empty() : Optional.of(new Guest(session, pages - 1));
        }
    }
}
