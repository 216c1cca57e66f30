package dev.lodestar.runtime.tls;

import dev.lodestar.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates for test servers, and clients that trust them. */
public final class Certificates {
    private Certificates() {}

    /** Writes a certificate that is currently valid. */
    public static Tls write(Path folder, String algorithm) throws IOException, GeneralSecurityException {
        return write(folder, algorithm, Instant.now().plus(Duration.ofDays(1)));
    }

    static Tls write(Path folder, String algorithm, Instant to) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("RSA")) {
            generator.initialize(2048);
        }
        KeyPair keys = generator.generateKeyPair();
        byte[] certificate =
                SelfSigned.certificate(keys, to.minus(Duration.ofDays(2)), to).getEncoded();
        Path chain = folder.resolve(algorithm + ".crt");
        Path key = folder.resolve(algorithm + ".key");
        Files.writeString(chain, "Bag Attributes: none\n" + PemBlock.write("CERTIFICATE", certificate));
        Files.writeString(key, PemBlock.write("PRIVATE KEY", keys.getPrivate().getEncoded()));
        return new Tls(chain, key);
    }

    /** The context of a server's handshakes. */
    public static SSLContext serving(Tls tls) throws TlsException {
        return CertificateFiles.of(tls).read();
    }

    /** The context of a client's handshakes that trusts one certificate, for the names in it, and nothing else. */
    public static SSLContext trusting(Tls tls) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("server", Identity.read(tls).chain().get(0));
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted.getTrustManagers(), null);
            // Otherwise it remembers the sessions of a whole day.
            context.getClientSessionContext().setSessionCacheSize(1);
            return context;
        } catch (GeneralSecurityException | IOException | TlsException e) {
            throw new IllegalStateException(e);
        }
    }
}
