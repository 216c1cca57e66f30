package dev.lodestar.runtime.http;

import dev.lodestar.Config;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names by which a request may call the server. A page of another site can have its own name stand for this machine's
 * address (DNS rebinding); to its visitor's browser the server is then of the same origin as the page, and only the name
 * that the request calls it by tells that it is not. Undertow sees to it that a request of HTTP/1.1 has one {@code Host}, and
 * that an absolute URL has the same.
 */
final class AllowedHosts {
    /** What is wrong with a request that does not say what host it is for. */
    static final String UNCLEAR =
            "The request must name one host, in one header Host, and the same one in its URL if that is absolute.";

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
     * Those of a configuration. In development any address is among them, as {@code 192.168.1.20} in the same network:
     * behind an address there is no name that somebody could have stand for another.
     */
    static AllowedHosts of(Config config) {
        return new AllowedHosts(config.allowedHosts(), config.development());
    }

    /** Answers a request that says badly how it calls the server, or calls it by another name; false if it does neither. */
    boolean refuse(HttpServerExchange exchange) {
        HeaderValues hosts = exchange.getRequestHeaders().get(Headers.HOST);
        if (hosts == null
                || hosts.size() != 1
                || !HOST.matcher(hosts.getFirst()).matches()) {
            Answer.text(exchange, StatusCodes.BAD_REQUEST, UNCLEAR);
            return true;
        }
        String host = hosts.getFirst();
        String name = name(host);
        if (allows(name)) {
            return false;
        }
        Answer.text(
                exchange,
                MISDIRECTED_REQUEST,
                "The server does not go by the name " + name + "; if it should, start it with --allow-host " + name
                        + ".");
        return true;
    }

    /** Whether a request of such a {@code Host} stays on its machine. */
    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(name(host)).matches();
    }

    private boolean allows(String name) {
        return names.contains(name)
                || LOOPBACK.matcher(name).matches()
                || names.contains(ANY)
                || addresses && ADDRESS.matcher(name).matches();
    }

    /** A host without its port and without the dot that may end a name, in small letters. */
    private static String name(String host) {
        int port = host.lastIndexOf(':');
        String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return (name.endsWith(".") ? name.substring(0, name.length() - 1) : name).toLowerCase(Locale.ROOT);
    }
}
