package dev.lodestar.runtime.tls;

import dev.lodestar.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates for test servers, and clients that trust them. */
public final class Certificates {
    private static final Map<String, SelfSigned> VALID = new ConcurrentHashMap<>();

    private Certificates() {}

    /** Writes a certificate that is currently valid. */
    public static Tls write(Path folder, String algorithm) throws IOException, GeneralSecurityException {
        SelfSigned valid = VALID.get(algorithm);
        if (valid == null) {
            valid = make(algorithm, Instant.now().plus(Duration.ofDays(1)));
            VALID.put(algorithm, valid);
        }
        return write(folder, algorithm, valid);
    }

    /** Writes another certificate that is valid now, in the place of the first one. */
    public static Tls writeAnother(Path folder, String algorithm) throws IOException, GeneralSecurityException {
        return write(folder, algorithm, Instant.now().plus(Duration.ofDays(1)));
    }

    static Tls write(Path folder, String algorithm, Instant to) throws IOException, GeneralSecurityException {
        return write(folder, algorithm, make(algorithm, to));
    }

    private static SelfSigned make(String algorithm, Instant to) throws IOException, GeneralSecurityException {
        return SelfSigned.make(List.of("-keyalg", algorithm), to.minus(Duration.ofDays(2)), 2);
    }

    private static Tls write(Path folder, String algorithm, SelfSigned made)
            throws IOException, GeneralSecurityException {
        Path chain = folder.resolve(algorithm + ".crt");
        Path key = folder.resolve(algorithm + ".key");
        byte[] certificate = made.certificate().getEncoded();
        Files.writeString(chain, "Bag Attributes: none\n" + PemBlock.write("CERTIFICATE", certificate));
        Files.writeString(key, PemBlock.write("PRIVATE KEY", made.key().getEncoded()));
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
