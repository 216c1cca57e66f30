package dev.lodestar.runtime.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Tls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentCertificateTest {
    @TempDir
    private Path home;

    private static X509Certificate certificate(Tls tls) throws TlsException {
        return Identity.read(tls).chain().get(0);
    }

    @Test
    void isCreatedOnceForThisMachineAndReadableByItsOwnerOnly() throws Exception {
        Path folder = home.resolve(".cache/lodestar");
        Tls tls = DevelopmentCertificate.in(folder);
        X509Certificate made = certificate(tls);

        assertEquals(
                List.of(List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1")),
                List.copyOf(made.getSubjectAlternativeNames()));
        made.verify(made.getPublicKey());
        made.checkValidity();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(tls.key())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        assertEquals(made, certificate(DevelopmentCertificate.in(folder)));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(tls.certificate()), files.toList());
        }
    }

    @Test
    void isReplacedBeforeItExpiresOrIfItIsUnusable() throws Exception {
        Tls tls = DevelopmentCertificate.in(home);
        X509Certificate first = certificate(tls);
        Tls ends = Certificates.write(home, "EC", Instant.now().plus(Duration.ofDays(2)));
        Files.writeString(tls.key(), Files.readString(ends.certificate()) + Files.readString(ends.key()));
        X509Certificate second = certificate(DevelopmentCertificate.in(home));
        assertNotEquals(first, second);
        Files.writeString(tls.key(), "");
        assertNotEquals(second, certificate(DevelopmentCertificate.in(home)));
    }

    @Test
    void unusableFolderIsReportedInOneSentence() throws Exception {
        Path file = Files.createFile(home.resolve("file"));
        String message = assertThrows(TlsException.class, () -> DevelopmentCertificate.in(file.resolve("lodestar")))
                .getMessage();
        assertTrue(
                message.startsWith("The development certificate in " + file + "/lodestar cannot be made: "), message);
    }
}
