package dev.lodestar.runtime.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Random;

/**
 * Certificates for a server's own machine (RFC 5280), which the server itself has signed, so that no browser trusts
 * them.
 */
final class SelfSigned {
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final byte[] LOOPBACK_4 = {127, 0, 0, 1};
    private static final byte[] LOOPBACK_6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private SelfSigned() {}

    /** Makes a certificate for {@code localhost} and the addresses of loopback. */
    static X509Certificate certificate(KeyPair keys, Instant from, Instant to) throws GeneralSecurityException {
        byte[] algorithm = algorithm(keys);
        byte[] name = Der.sequence(Der.set(Der.sequence(Der.name(COMMON_NAME), Der.text("localhost"))));
        byte[] content = Der.sequence(
                Der.explicit(0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(64, new Random()).setBit(62)),
                algorithm,
                name,
                Der.sequence(Der.time(from), Der.time(to)),
                name,
                keys.getPublic().getEncoded(),
                Der.explicit(
                        3, Der.sequence(Der.sequence(Der.name(ALTERNATIVE_NAMES), Der.bytes(alternativeNames())))));
        Signature signature = PemKey.signature(keys.getPrivate());
        signature.initSign(keys.getPrivate());
        signature.update(content);
        byte[] signed = Der.sequence(content, algorithm, Der.bits(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(signed));
    }

    private static byte[] alternativeNames() {
        return Der.sequence(
                Der.implicit(DNS_NAME, "localhost".getBytes(StandardCharsets.US_ASCII)),
                Der.implicit(IP_ADDRESS, LOOPBACK_4),
                Der.implicit(IP_ADDRESS, LOOPBACK_6));
    }

    /** How {@link PemKey#signature} says what it signs with. */
    private static byte[] algorithm(KeyPair keys) {
        return switch (keys.getPrivate().getAlgorithm()) {
            case "RSA" -> Der.sequence(Der.name("1.2.840.113549.1.1.11"), Der.nothing());
            case "EC" -> Der.sequence(Der.name("1.2.840.10045.4.3.2"));
            default -> Der.sequence(Der.name("1.3.101.112"));
        };
    }
}
