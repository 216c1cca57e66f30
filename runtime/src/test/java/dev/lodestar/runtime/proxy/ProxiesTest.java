package dev.lodestar.runtime.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private static final Proxies PROXIES = Proxies.of(Set.of("10.0.0.0/8", "192.168.7.9", "fd00::/8"));

    private static InetAddress address(String literal) {
        return Objects.requireNonNull(Node.literal(literal), literal);
    }

    private static String shown(Caller caller) {
        return caller.address().getHostAddress() + " " + caller.scheme() + " " + caller.host();
    }

    private static Caller forwarded(String header) {
        return PROXIES.caller(address("10.1.1.1"), header, null, null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "10.255.0.1, true",
        "11.0.0.1, false",
        "192.168.7.9, true",
        "192.168.7.8, false",
        "fdab::1, true",
        "fe00::1, false",
        // The same address as IPv4, and wrapped in IPv6.
        "::ffff:10.0.0.1, true"
    })
    void networkIsItsLeadingBits(String literal, boolean included) {
        assertEquals(included, PROXIES.include(address(literal)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0",
                "10.0.0.256",
                "::/129",
                "fe80::1%lo",
                "1:2/3/4"
            })
    void malformedNetworkIsRefusedWithAnExample(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> Network.parse(text))
                .getMessage();
        assertEquals(
                "A proxy is an address or a range of addresses, such as 10.0.0.7 or 10.0.0.0/8, not \"" + text + "\".",
                message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // One proxy, after what the client itself claimed.
                "203.0.113.5                       | https      | shop.example        | 203.0.113.5 https shop.example",
                "6.6.6.6, 203.0.113.5              | https      | -                   | 203.0.113.5 https null",
                "10.6.6.6, 203.0.113.5             | https      | -                   | 203.0.113.5 https null",
                "2001:db8::7                       | http       | -                   | 2001:db8:0:0:0:0:0:7 http null",
                "203.0.113.5:4711                  | HTTPS      | -                   | 203.0.113.5 https null",
                "[2001:db8::7]:4711                | -          | [2001:db8::9]:8443  | 2001:db8:0:0:0:0:0:7 null [2001:db8::9]:8443",
                // Two proxies: the first trusted one knows how the client came in.
                "6.6.6.6, 203.0.113.5, 10.2.2.2    | https,http | a.example,b.example | 203.0.113.5 https a.example",
                "203.0.113.5, 10.2.2.2             | https      | -                   | 203.0.113.5 https null",
                "evil, ftp,203.0.113.5,10.2.2.2    | x,https,http | -                 | 203.0.113.5 https null",
                // Everything in between is trusted.
                "10.3.3.3, 10.2.2.2                | -          | -                   | 10.3.3.3 null null",
                // A proxy that says nothing usable hides what is before it.
                "203.0.113.5, unknown              | https      | -                   | 10.1.1.1 https null",
                "203.0.113.5,                      | https      | -                   | 10.1.1.1 https null",
                "203.0.113.5, localhost            | https      | -                   | 10.1.1.1 https null",
                "-                                 | https      | a.example           | 10.1.1.1 https a.example",
                "203.0.113.5                       | gopher     | <a b>               | 203.0.113.5 null null",
                "-                                 | -          | -                   | 10.1.1.1 null null"
            })
    void lastUntrustedAddressIsTheClients(
            @Nullable String xFor, @Nullable String xProto, @Nullable String xHost, String caller) {
        assertEquals(caller, shown(PROXIES.caller(address("10.1.1.1"), null, xFor, xProto, xHost)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "for=203.0.113.5;proto=https;host=shop.example | 203.0.113.5 https shop.example",
                "For=\"[2001:db8::7]:4711\" ; PROTO=HTTPS      | 2001:db8:0:0:0:0:0:7 https null",
                "for=6.6.6.6, for=203.0.113.5;proto=https;host=a.example, for=10.2.2.2;proto=http;host=b.example"
                        + " | 203.0.113.5 https a.example",
                "for=6.6.6.6;proto=ftp , for=\"203.0.113.5:80\" | 203.0.113.5 null null",
                "for=203.0.113.5, for=_hidden;proto=https      | 10.1.1.1 https null",
                "for=203.0.113.5, proto=https                  | 10.1.1.1 https null",
                "by=\"a,b;c=\\\"d\\\"\";for=203.0.113.5;;secret=x, | 10.1.1.1 null null",
                "by=\"a,b;c=\\\"d\\\"\";for=203.0.113.5;;secret=x | 203.0.113.5 null null",
                "''                                            | 10.1.1.1 null null"
            })
    void forwardedSaysTheSameInOneHeader(String header, String caller) {
        assertEquals(caller, shown(forwarded(header)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for",
                "=1.2.3.4",
                "for=\"1.2.3.4",
                "for=1.2.3.4 proto=https",
                "for=a;for=b",
                "for=\"a\"b",
                "for=\"a\\"
            })
    void malformedForwardedIsRefused(String header) {
        String message = assertThrows(IllegalArgumentException.class, () -> forwarded(header))
                .getMessage();
        assertEquals("The header Forwarded is not well-formed.", message);
    }

    @Test
    void contradictoryHeadersAreRefused() {
        InetAddress proxy = address("10.1.1.1");
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> PROXIES.caller(proxy, "for=6.6.6.6", "203.0.113.5", null, null))
                .getMessage();
        assertTrue(message.contains("let the proxy remove the one that it does not write"), message);
        assertEquals(
                "203.0.113.5 https null",
                shown(PROXIES.caller(proxy, "for=203.0.113.5;proto=https", "6.6.6.6, 203.0.113.5", null, null)));
    }
}
