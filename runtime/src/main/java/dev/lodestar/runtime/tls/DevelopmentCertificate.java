package dev.lodestar.runtime.tls;

import dev.lodestar.Tls;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A certificate for development. It is kept in the developer's home folder, so that the browser has to accept it once
 * and not at each start; nobody else can read its key.
 */
public final class DevelopmentCertificate {
    private static final List<String> KEY = List.of("-keyalg", "EC", "-groupname", "secp256r1");
    private static final int VALID_DAYS = 366;

    /** A certificate that expires sooner is replaced. */
    private static final Duration SPARE = Duration.ofDays(7);

    private DevelopmentCertificate() {}

    /**
     * Returns the existing certificate, or makes one.
     *
     * @param folder where it is kept
     * @throws TlsException if it cannot be made, or not be kept there
     */
    public static Tls in(Path folder) throws TlsException {
        Path file = folder.resolve("localhost.pem");
        Tls tls = new Tls(file, file);
        if (!serves(tls)) {
            try {
                make(folder, file);
            } catch (IOException | GeneralSecurityException e) {
                throw new TlsException(
                        "The development certificate in " + folder + " cannot be made: " + e
                                + ". Give one of your own with --tls-cert and --tls-key.",
                        e);
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
        Files.createDirectories(folder, owners("rwx------"));
        // A clock that is a little slow must not find it not yet valid.
        String pem = SelfSigned.make(KEY, Instant.now().minus(Duration.ofDays(1)), VALID_DAYS)
                .pem();
        // Nobody ever sees half of it, and at no time can others read it.
        Path whole = Files.createTempFile(folder, "localhost", ".pem", owners("rw-------"));
        Files.writeString(whole, pem);
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] owners(String rights) {
        // On other systems, a home folder is accessible to its owner only.
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
