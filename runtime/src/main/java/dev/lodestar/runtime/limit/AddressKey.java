package dev.lodestar.runtime.limit;

import java.net.InetAddress;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What counts as one address: an IPv4 address, or the 64 bits before which nobody hands out less of IPv6.
 *
 * @param bits these 32 or 64 bits; no network of IPv6 that anybody has begins with as many zeros as an IPv4 address does here
 */
public record AddressKey(long bits) {
    private static final int PREFIX_BYTES = 8;

    /**
     * The key of somebody's own address.
     *
     * @param address an address, or null if none is known
     * @param shared the addresses that many have in common
     * @return null if it is none, or not somebody's own
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
