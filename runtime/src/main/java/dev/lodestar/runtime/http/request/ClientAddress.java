package dev.lodestar.runtime.http.request;

import io.undertow.server.HttpServerExchange;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The address of a client as text. */
public final class ClientAddress {
    private ClientAddress() {}

    /** The address that a request comes from, without a zone. */
    public static String of(HttpServerExchange exchange) {
        InetSocketAddress source = exchange.getSourceAddress();
        InetAddress address = source.getAddress();
        String literal = address == null ? source.getHostString() : address.getHostAddress();
        int zone = literal.indexOf('%');
        return zone < 0 ? literal : literal.substring(0, zone);
    }
}
