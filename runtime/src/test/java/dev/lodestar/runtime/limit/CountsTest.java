package dev.lodestar.runtime.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class CountsTest {
    private final Counts counts = new Counts(2);

    @Test
    void eachKeyHasItsOwnLimitAndLeavingMakesRoom() {
        assertTrue(counts.enter("a"));
        assertTrue(counts.enter("a"));
        assertFalse(counts.enter("a"));
        assertTrue(counts.enter("b"));
        counts.leave("a");
        assertTrue(counts.enter("a"));
        assertFalse(counts.enter("a"));
    }

    @Test
    void keyWithACountOf0IsForgotten() {
        counts.enter("a");
        counts.enter("a");
        counts.leave("a");
        counts.leave("a");
        assertEquals(0, counts.keys());
    }

    @Test
    void ipv6AddressesAreCountedByTheirNetwork() throws Exception {
        assertEquals(network("2001:db8:1:2::1"), network("2001:db8:1:2:ffff::9"));
        assertNotEquals(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assertNotEquals(network("192.0.2.1"), network("192.0.2.2"));
    }

    private static AddressKey network(String address) throws Exception {
        return AddressKey.of(InetAddress.getByName(address));
    }
}
