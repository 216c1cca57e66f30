package dev.lodestar.runtime.tls;

import dev.lodestar.Tls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;

/**
 * A certificate for developing an application. It is kept in the developer's home folder, so that the browser has to
 * accept it only once, and not at each start. Nobody else may read its key.
 */
public final class DevelopmentCertificate {
    private static final Duration VALID = Duration.ofDays(365);

    /** A certificate that expires sooner is replaced. */
    private static final Duration SPARE = Duration.ofDays(7);

    private DevelopmentCertificate() {}

    /**
     * Returns the existing certificate, or creates one.
     *
     * @param folder where it is kept
     * @throws TlsException if it cannot be stored there
     */
    public static Tls in(Path folder) throws TlsException {
        Path file = folder.resolve("localhost.pem");
        Tls tls = new Tls(file, file);
        if (!serves(tls)) {
            try {
                make(folder, file);
            } catch (IOException | GeneralSecurityException e) {
                throw new TlsException(
                        "The certificate for development cannot be kept in " + folder + ": " + e + ".", e);
            }
        }
        return tls;
    }

    private static boolean serves(Tls tls) {
        if (!Files.exists(tls.certificate())) {
            return false;
        }
        try {
            X509Certificate certificate = Identity.read(tls).chain().get(0);
            return certificate.getNotAfter().toInstant().isAfter(Instant.now().plus(SPARE));
        } catch (TlsException e) {
            return false;
        }
    }

    private static void make(Path folder, Path file) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        Instant now = Instant.now();
        X509Certificate certificate = SelfSigned.certificate(keys, now.minus(Duration.ofDays(1)), now.plus(VALID));
        String pem = PemBlock.write("CERTIFICATE", certificate.getEncoded())
                + PemBlock.write(PemKey.LABEL, keys.getPrivate().getEncoded());
        Files.createDirectories(folder, owners("rwx------"));
        // Written aside and moved: nobody sees half a file, and others can never read it.
        Path whole = Files.createTempFile(folder, "localhost", ".pem", owners("rw-------"));
        Files.write(whole, pem.getBytes(StandardCharsets.US_ASCII));
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] owners(String rights) {
        // On other systems, a home folder is private by default.
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
