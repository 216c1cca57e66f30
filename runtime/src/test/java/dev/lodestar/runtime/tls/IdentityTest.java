package dev.lodestar.runtime.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
    @TempDir
    Path folder;

    private static String refusal(Path certificate, Path key) {
        return assertThrows(TlsException.class, () -> Identity.read(new Tls(certificate, key)))
                .getMessage();
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "file", ".pem"), content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void keyOfEachAlgorithmIsRead(String algorithm) throws Exception {
        Tls tls = Certificates.write(folder, algorithm);
        assertEquals(1, Identity.read(tls).chain().size());
        Identity.read(tls).context();
    }

    @Test
    void certificateAndKeyMayBeInOneFileWithOtherBlocks() throws Exception {
        Tls tls = Certificates.write(folder, "EC");
        Path both = file("-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
                + Files.readString(tls.key()) + "a comment - with dashes -\n"
                + Files.readString(tls.certificate()).replace("\n", "\r\n"));
        assertEquals(Identity.read(tls), Identity.read(new Tls(both, both)));
    }

    @Test
    void missingEmptyOrOtherFileIsNamed() throws Exception {
        Tls good = Certificates.write(folder, "EC");
        Path none = folder.resolve("none");
        Path empty = file(" \n");
        Path broken = file("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        Path noBase64 = file("-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----\n");

        assertEquals(
                "The certificate file " + none + " cannot be read: there is no such file.", refusal(none, good.key()));
        assertEquals(
                "The key file " + none + " cannot be read: there is no such file.", refusal(good.certificate(), none));
        assertEquals("The certificate file " + empty + " is empty.", refusal(empty, good.key()));
        assertEquals("The key file " + empty + " is empty.", refusal(good.certificate(), empty));
        assertEquals(
                "The certificate file " + good.key() + " has no block -----BEGIN CERTIFICATE-----.",
                refusal(good.key(), good.key()));
        assertEquals(
                "The key file " + good.certificate() + " has no block -----BEGIN PRIVATE KEY-----.",
                refusal(good.certificate(), good.certificate()));
        assertEquals("The certificate file " + broken + " has a broken certificate.", refusal(broken, good.key()));
        assertEquals(
                "The key file " + noBase64 + " has no key that can be read; it must be RSA, EC or Ed25519.",
                refusal(good.certificate(), noBase64));
    }

    @ParameterizedTest
    @CsvSource({
        "ENCRYPTED PRIVATE KEY, ''",
        "RSA PRIVATE KEY, ''",
        "RSA PRIVATE KEY, 'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n'",
        "EC PRIVATE KEY, ''"
    })
    void keyInAnotherFormatIsRefusedWithTheCommandThatConvertsIt(String label, String head) throws Exception {
        Path key = file("-----BEGIN " + label + "-----\n" + head + "AAAA\n-----END " + label + "-----\n");
        assertEquals(
                "The key file " + key + " has an " + label + "; write it in PKCS#8 and without a passphrase:"
                        + " openssl pkcs8 -topk8 -nocrypt -in " + key + " -out key.pem",
                refusal(Certificates.write(folder, "EC").certificate(), key));
    }

    @Test
    void keyOfAnotherCertificateIsRefused() throws Exception {
        Tls one = Certificates.write(folder, "EC");
        Tls other = Certificates.write(folder, "Ed25519");
        assertEquals(
                "The key in " + one.key() + " does not belong to the first certificate in " + other.certificate()
                        + "; the server's own certificate must come first.",
                refusal(other.certificate(), one.key()));
    }

    @Test
    void brokenChainIsRefused() throws Exception {
        Tls one = Certificates.write(folder, "EC");
        Path two = file(Files.readString(one.certificate())
                + Files.readString(Certificates.write(folder, "Ed25519").certificate()));
        // Their names match, but not their signatures, which no browser would accept.
        assertTrue(refusal(two, one.key()).startsWith("The certificates in " + two + " do not follow each other"));
    }

    @Test
    void expiredCertificateIsAccepted() throws Exception {
        Tls tls = Certificates.write(folder, "EC", Instant.now().minus(Duration.ofHours(1)));
        assertEquals(1, Identity.read(tls).chain().size());
    }
}
