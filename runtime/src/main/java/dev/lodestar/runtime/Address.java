package dev.lodestar.runtime;

import dev.lodestar.Config;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Writes about hosts and ports. */
final class Address {
    private Address() {}

    /** The host as it appears in a URL for a browser on this machine. */
    static String browsable(String host) {
        if (host.equals("0.0.0.0") || host.equals("::") || host.equals("[::]")) {
            return "localhost";
        }
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /**
     * Requires the allowed hosts of a server that other machines can reach.
     *
     * @throws StartException if it has no allowed hosts
     */
    static void requireAllowedHosts(Config config) {
        InetAddress address = new InetSocketAddress(config.host(), 0).getAddress();
        boolean reachable = address != null && !address.isLoopbackAddress();
        if (reachable && config.allowedHosts().isEmpty() && !config.development()) {
            throw new StartException(
                    "A server that listens at " + config.host()
                            + " must know the names by which browsers call it, so that no"
                            + " other site can give it one of its own: start it with --allow-host shop.example, with"
                            + " --allow-host '*' behind a proxy that checks them, or with --dev while you work on it.",
                    null);
        }
    }

    /** Explains why the server cannot listen at an address, and what to do. */
    static StartException refused(Config config, Exception e) {
        String message = String.valueOf(e.getMessage());
        if (new InetSocketAddress(config.host(), 0).isUnresolved()) {
            return new StartException(
                    "The host " + config.host() + " is unknown; use 127.0.0.1, or 0.0.0.0 for all interfaces.", e);
        }
        if (e instanceof BindException && message.contains("assign")) {
            return new StartException(
                    "The host " + config.host() + " is not an interface of this machine; use"
                            + " 127.0.0.1, or 0.0.0.0 for all interfaces.",
                    e);
        }
        if (message.contains("ermission denied")) {
            return new StartException(
                    "The port " + config.port() + " needs privileges that this process does not have;"
                            + " choose one above 1023 with --port N or the variable PORT.",
                    e);
        }
        if (e instanceof BindException) {
            return new StartException(
                    "The port " + config.port() + " is in use: end the program that listens there, or"
                            + " choose another port with --port N or the variable PORT.",
                    e);
        }
        return new StartException(
                "The server cannot listen at " + config.host() + ":" + config.port() + ": " + message + ".", e);
    }
}
