package dev.lodestar.examples.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class GuestsTest {
    private final FakeSession ada = new FakeSession("a");
    private final FakeSession bob = new FakeSession("b");
    private final Guests guests = new Guests();

    private List<String> in(Room room) {
        return guests.in(room).stream().map(Person::name).toList();
    }

    @Test
    void listsThePeopleInARoomWhoHaveAName() {
        People.call(bob, "Bob");
        guests.comes(bob, Room.LOBBY);
        guests.comes(ada, Room.LOBBY);
        guests.comes(ada, Room.GARDEN);
        assertEquals(List.of("Bob"), in(Room.LOBBY));
        assertEquals(List.of(), in(Room.GARDEN));
        People.call(ada, "Ada");
        assertEquals(List.of("Ada", "Bob"), in(Room.LOBBY));
        assertEquals(List.of("Ada"), in(Room.GARDEN));
    }

    @Test
    void personLeavesWithTheirLastPage() {
        People.call(ada, "Ada");
        guests.comes(ada, Room.LOBBY);
        guests.comes(ada, Room.LOBBY);
        guests.goes(ada, Room.LOBBY);
        assertEquals(List.of("Ada"), in(Room.LOBBY));
        guests.goes(ada, Room.LOBBY);
        assertEquals(List.of(), in(Room.LOBBY));
    }

    @Test
    void listsOnlyTheFirstNamesOfACrowd() {
        for (int i = 0; i <= Guests.MOST_NAMES; i++) {
            FakeSession one = new FakeSession("s" + i);
            People.call(one, "P" + i);
            guests.comes(one, Room.LOBBY);
        }
        assertEquals(Guests.MOST_NAMES, in(Room.LOBBY).size());
    }
}
