package dev.lodestar.runtime.proxy;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * A range of addresses.
 *
 * @param address one of them
 * @param bits the number of leading bits that they share
 */
public record Network(InetAddress address, int bits) {
    /**
     * Parses a range such as {@code 10.0.0.0/8} or {@code fd00::/8}, or a single address.
     *
     * @throws IllegalArgumentException if the text is neither; the message shows valid examples
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
        int max = address.getAddress().length * 8;
        if (text == null) {
            return max;
        }
        return text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= max ? Integer.parseInt(text) : -1;
    }

    /** Whether an address is in the range. */
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
