package dev.lodestar.runtime.limit;

import java.net.InetAddress;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What counts as one address: an IPv4 address, or the first 64 bits of an IPv6 address, since providers assign no less.
 *
 * @param bits the 32 or 64 bits; no assigned IPv6 network begins with 32 zeros, as IPv4 addresses do here
 */
public record AddressKey(long bits) {
    private static final int PREFIX_BYTES = 8;

    /**
     * The key of an address that belongs to one client.
     *
     * @param address an address, or null if it is unknown
     * @param shared whether many clients share an address
     * @return the key, or null if the address is unknown or shared
     */
    public static @Nullable AddressKey of(@Nullable InetAddress address, Predicate<InetAddress> shared) {
        return address == null || shared.test(address) ? null : of(address);
    }

    /** The key of an address. */
    public static AddressKey of(InetAddress address) {
        byte[] bytes = address.getAddress();
        long bits = 0;
        for (int i = 0; i < Math.min(bytes.length, PREFIX_BYTES); i++) {
            bits = bits << 8 | bytes[i] & 0xff;
        }
        return new AddressKey(bits);
    }
}
