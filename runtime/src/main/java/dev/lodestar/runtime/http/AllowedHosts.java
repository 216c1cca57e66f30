package dev.lodestar.runtime.http;

import dev.lodestar.Config;
import dev.lodestar.runtime.connection.refusal.Refusal;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names by which a request may call the server. Another site can let its own name point to this machine's address
 * (DNS rebinding). To its visitors' browsers the server then has the same origin as the site's pages, and only the
 * name in the request tells the difference. Undertow makes sure that a request of HTTP/1.1 has one {@code Host}, and
 * that an absolute URL names the same host.
 */
final class AllowedHosts {
    private static final int MISDIRECTED_REQUEST = 421;
    private static final String ANY = "*";
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");
    private static final Pattern LOOPBACK =
            Pattern.compile("(?:.+\\.)?localhost|127(?:\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|\\[.*]");

    private final Set<String> names;
    private final boolean addresses;

    private AllowedHosts(Set<String> names, boolean addresses) {
        this.names = names;
        this.addresses = addresses;
    }

    /**
     * The names of a configuration. In development they include any IP address, such as {@code 192.168.1.20} in the
     * local network: nobody can make an address point elsewhere.
     */
    static AllowedHosts of(Config config) {
        return new AllowedHosts(config.allowedHosts(), config.development());
    }

    /** Why a request is refused that names no host, or another one; null if it may be served. */
    @Nullable
    Refusal refusal(HttpServerExchange exchange) {
        HeaderValues hosts = exchange.getRequestHeaders().get(Headers.HOST);
        if (hosts == null
                || hosts.size() != 1
                || !HOST.matcher(hosts.getFirst()).matches()) {
            return Refusal.UNCLEAR_HOST;
        }
        String host = hosts.getFirst();
        String name = name(host);
        if (allows(name)) {
            return null;
        }
        return new Refusal(
                MISDIRECTED_REQUEST,
                "The server does not go by the name " + name + "; if it should, start it with --allow-host " + name
                        + ".");
    }

    /** Whether a request with such a {@code Host} does not leave its machine. */
    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(name(host)).matches();
    }

    private boolean allows(String name) {
        return names.contains(name)
                || LOOPBACK.matcher(name).matches()
                || names.contains(ANY)
                || addresses && ADDRESS.matcher(name).matches();
    }

    /** A host without its port and without a trailing dot, in lower case. */
    private static String name(String host) {
        int port = host.lastIndexOf(':');
        String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return (name.endsWith(".") ? name.substring(0, name.length() - 1) : name).toLowerCase(Locale.ROOT);
    }
}
