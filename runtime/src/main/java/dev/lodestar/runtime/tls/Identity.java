package dev.lodestar.runtime.tls;

import dev.lodestar.Tls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The identity of a server: its certificate, those of its issuers, and its private key.
 *
 * @param chain the certificates, the server's own first
 * @param key the private key of the first
 */
record Identity(List<X509Certificate> chain, PrivateKey key) {
    private static final Logger log = LoggerFactory.getLogger(Identity.class);

    /**
     * Reads an identity, and logs a warning if its certificate has expired or is not valid yet.
     *
     * @throws TlsException if the files do not contain a usable identity
     */
    static Identity read(Tls tls) throws TlsException {
        Identity identity = new Identity(chain(tls.certificate()), PemKey.read(tls.key()));
        if (!identity.belongsTogether()) {
            throw new TlsException(
                    "The key in " + tls.key() + " does not belong to the first certificate in " + tls.certificate()
                            + "; the server's own certificate must come first.",
                    null);
        }
        if (!identity.isChain()) {
            throw new TlsException(
                    "The certificates in " + tls.certificate()
                            + " do not follow each other: behind each one comes that of" + " who signed it.",
                    null);
        }
        identity.warn(tls.certificate());
        return identity;
    }

    private static List<X509Certificate> chain(Path file) throws TlsException {
        List<X509Certificate> chain = new ArrayList<>();
        for (PemBlock block : PemBlock.read("certificate file", file)) {
            if (block.label().equals("CERTIFICATE")) {
                try {
                    chain.add((X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(block.bytes())));
                } catch (CertificateException | IllegalArgumentException e) {
                    throw new TlsException("The certificate file " + file + " has a broken certificate.", e);
                }
            }
        }
        if (chain.isEmpty()) {
            throw new TlsException("The certificate file " + file + " has no block -----BEGIN CERTIFICATE-----.", null);
        }
        return chain;
    }

    /** Whether the certificate verifies what the key signs. */
    private boolean belongsTogether() {
        PublicKey open = chain.get(0).getPublicKey();
        byte[] nothing = {};
        try {
            Signature signature = PemKey.signature(key);
            signature.initSign(key);
            signature.update(nothing);
            byte[] signed = signature.sign();
            signature.initVerify(open);
            signature.update(nothing);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean isChain() {
        try {
            for (int i = 1; i < chain.size(); i++) {
                chain.get(i - 1).verify(chain.get(i).getPublicKey());
            }
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private void warn(Path file) {
        Instant now = Instant.now();
        Instant from = chain.get(0).getNotBefore().toInstant();
        Instant to = chain.get(0).getNotAfter().toInstant();
        if (now.isAfter(to)) {
            log.warn("The certificate in {} expired at {}; browsers refuse it.", file, to);
        } else if (now.isBefore(from)) {
            log.warn("The certificate in {} is valid from {} on only; browsers refuse it until then.", file, from);
        }
    }

    /**
     * The context for handshakes.
     *
     * @throws TlsException if the JDK rejects the certificate
     */
    SSLContext context() throws TlsException {
        char[] none = {};
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, none);
            store.setKeyEntry("lodestar", key, none, chain.toArray(Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, none);
            SSLContext context = SSLContext.getInstance("TLS");
            // Clients have no certificates, so that no trusted roots need to be read.
            context.init(keys.getKeyManagers(), new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsException("The certificate cannot be used: " + e.getMessage() + ".", e);
        }
    }
}
