package dev.lodestar.runtime.http;

import io.undertow.server.HttpServerExchange;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Who is at the other end. */
final class Remote {
    private Remote() {}

    /** The address that a request comes from, without a zone. */
    static String address(HttpServerExchange exchange) {
        InetSocketAddress source = exchange.getSourceAddress();
        InetAddress address = source.getAddress();
        String literal = address == null ? source.getHostString() : address.getHostAddress();
        int zone = literal.indexOf('%');
        return zone < 0 ? literal : literal.substring(0, zone);
    }
}
