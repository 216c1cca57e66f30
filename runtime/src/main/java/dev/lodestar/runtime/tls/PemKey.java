package dev.lodestar.runtime.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/** Private keys in PEM files: PKCS#8 (RFC 5208) without a passphrase, the only form that the JDK can read. */
final class PemKey {
    static final String LABEL = "PRIVATE KEY";

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private PemKey() {}

    static PrivateKey read(Path file) throws TlsException {
        for (PemBlock block : PemBlock.read("key file", file)) {
            if (block.label().equals(LABEL)) {
                return decode(file, block);
            }
            if (block.label().endsWith(LABEL)) {
                throw new TlsException(otherForm(file, block.label()), null);
            }
        }
        throw new TlsException("The key file " + file + " has no block -----BEGIN PRIVATE KEY-----.", null);
    }

    /** The signature algorithm for a key. */
    static Signature signature(PrivateKey key) throws NoSuchAlgorithmException {
        return Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> "EdDSA";
                });
    }

    // ENCRYPTED PRIVATE KEY, or RSA PRIVATE KEY and EC PRIVATE KEY, as older programs write them.
    private static String otherForm(Path file, String label) {
        return "The key file " + file + " has an " + label + "; write it in PKCS#8 and without a passphrase:"
                + " openssl pkcs8 -topk8 -nocrypt -in " + file + " -out key.pem";
    }

    // The encoding names its algorithm, but only the right factory accepts it.
    private static PrivateKey decode(Path file, PemBlock block) throws TlsException {
        PKCS8EncodedKeySpec encoded;
        try {
            encoded = new PKCS8EncodedKeySpec(block.bytes());
        } catch (IllegalArgumentException e) {
            throw broken(file, e);
        }
        GeneralSecurityException last = null;
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (GeneralSecurityException e) {
                last = e;
            }
        }
        throw broken(file, last);
    }

    private static TlsException broken(Path file, Exception cause) {
        return new TlsException(
                "The key file " + file + " has no key that can be read; it must be RSA, EC or Ed25519.", cause);
    }
}
