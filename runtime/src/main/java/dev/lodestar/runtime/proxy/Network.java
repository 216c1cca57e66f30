package dev.lodestar.runtime.proxy;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * A range of addresses.
 *
 * @param address one of them
 * @param bits how many of its leading bits they share
 */
public record Network(InetAddress address, int bits) {
    /**
     * Reads {@code 10.0.0.0/8}, {@code fd00::/8}, or a single address.
     *
     * @throws IllegalArgumentException if it is neither; the message says what would do
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = Node.literal(slash < 0 ? text : text.substring(0, slash));
        int bits = address == null ? -1 : bits(slash < 0 ? null : text.substring(slash + 1), address);
        if (address == null || bits < 0) {
            throw new IllegalArgumentException(
                    "A proxy is an address or a range of addresses, such as 10.0.0.7 or 10.0.0.0/8, not \"" + text
                            + "\".");
        }
        return new Network(address, bits);
    }

    private static int bits(@Nullable String text, InetAddress address) {
        int most = address.getAddress().length * 8;
        if (text == null) {
            return most;
        }
        return text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= most ? Integer.parseInt(text) : -1;
    }

    /** Whether an address is one of them. */
    public boolean contains(InetAddress other) {
        byte[] one = address.getAddress();
        byte[] two = other.getAddress();
        if (one.length != two.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (((one[bit / 8] ^ two[bit / 8]) >> 7 - bit % 8 & 1) != 0) {
                return false;
            }
        }
        return true;
    }
}
