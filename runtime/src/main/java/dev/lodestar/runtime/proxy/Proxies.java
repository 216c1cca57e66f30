package dev.lodestar.runtime.proxy;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trusted proxies. Each appends to a request the address that it received the request from. So the last address
 * that is not a trusted proxy's is the client's, and everything before it may be forged.
 */
public final class Proxies {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,255}");

    private final List<Network> networks;

    private Proxies(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * Creates the trusted proxies.
     *
     * @param networks their addresses, as {@link Network#parse} reads them
     * @throws IllegalArgumentException if one is malformed
     */
    public static Proxies of(Set<String> networks) {
        return new Proxies(networks.stream().map(Network::parse).toList());
    }

    /** Whether an address is that of a trusted proxy. */
    public boolean include(InetAddress address) {
        for (Network network : networks) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Finds out who sent a request that a trusted proxy passed on.
     *
     * @param proxy the address of the proxy
     * @param forwarded the value of {@code Forwarded}, or null if there is none; likewise for {@code X-Forwarded-For},
     *     {@code X-Forwarded-Proto} and {@code X-Forwarded-Host}
     * @throws IllegalArgumentException if {@code Forwarded} is malformed, or contradicts {@code X-Forwarded-For}:
     *     then the client forged one of them, and nobody can tell which
     */
    public Caller caller(
            InetAddress proxy,
            @Nullable String forwarded,
            @Nullable String xFor,
            @Nullable String xProto,
            @Nullable String xHost) {
        Caller caller = caller(proxy, hops(xFor, xProto, xHost));
        if (forwarded == null) {
            return caller;
        }
        Caller other = caller(proxy, ForwardedReader.read(forwarded));
        if (xFor != null && !caller.address().equals(other.address())) {
            throw new IllegalArgumentException(
                    "The headers Forwarded and X-Forwarded-For contradict each other: let the"
                            + " proxy remove the one that it does not write.");
        }
        return other;
    }

    private Caller caller(InetAddress proxy, List<Hop> hops) {
        InetAddress address = proxy;
        String scheme = null;
        String host = null;
        for (int i = hops.size() - 1; i >= 0 && include(address); i--) {
            Hop hop = hops.get(i);
            scheme = scheme(hop, scheme);
            host = hop.host() != null && HOST.matcher(hop.host()).matches() ? hop.host() : host;
            InetAddress from = Node.address(hop.from());
            if (from == null) {
                break;
            }
            address = from;
        }
        return new Caller(address, scheme, host);
    }

    private static @Nullable String scheme(Hop hop, @Nullable String otherwise) {
        String scheme = hop.scheme() == null ? "" : hop.scheme().toLowerCase(Locale.ROOT);
        return scheme.equals("https") || scheme.equals("http") ? scheme : otherwise;
    }

    // A header that a proxy replaced rather than extended has fewer values: they belong to the last proxies.
    private static List<Hop> hops(@Nullable String xFor, @Nullable String xProto, @Nullable String xHost) {
        String[] from = values(xFor);
        String[] scheme = values(xProto);
        String[] host = values(xHost);
        int max = Math.max(from.length, Math.max(scheme.length, host.length));
        List<Hop> hops = new ArrayList<>();
        for (int last = max; last > 0; last--) {
            hops.add(new Hop(fromEnd(from, last), fromEnd(scheme, last), fromEnd(host, last)));
        }
        return hops;
    }

    private static String[] values(@Nullable String header) {
        return header == null ? new String[0] : header.strip().split("\\s*,\\s*", -1);
    }

    private static @Nullable String fromEnd(String[] values, int last) {
        return last > values.length ? null : values[values.length - last];
    }
}
