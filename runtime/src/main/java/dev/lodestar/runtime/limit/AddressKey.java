package dev.lodestar.runtime.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one address: an IPv4 address, or the 64 bits before which nobody hands out less of IPv6. */
public final class AddressKey {
    private static final int PREFIX_BYTES = 8;

    private AddressKey() {}

    /** The key of an address. */
    public static String of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, PREFIX_BYTES) : bytes);
    }
}
