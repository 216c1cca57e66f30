package dev.lodestar.runtime.tls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate for {@code localhost} and the loopback addresses that is signed with its own key, so that no browser
 * trusts it yet. The JDK's {@code keytool} makes it.
 *
 * @param certificate the certificate
 * @param key its private key
 */
record SelfSigned(X509Certificate certificate, PrivateKey key) {
    private static final String ALIAS = "localhost";

    /** It protects nothing: the file is its owner's alone, and soon gone. But keytool asks for one. */
    private static final String PASSWORD = "localhost";

    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss").withZone(ZoneId.systemDefault());

    /**
     * Makes a certificate, which takes as long as a JVM takes to start.
     *
     * @param key the options of {@code keytool} that say what key it has
     * @param from when it becomes valid
     * @param days how long it stays valid
     * @throws IOException if this Java has no {@code keytool}, or it fails
     */
    static SelfSigned make(List<String> key, Instant from, int days) throws IOException, GeneralSecurityException {
        // Its owner's alone.
        Path folder = Files.createTempDirectory("lodestar");
        Path file = folder.resolve("localhost.p12");
        try {
            List<String> command = new ArrayList<>();
            command.add(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
            // Start quickly: this JVM does not live long.
            command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
            command.addAll(List.of("-genkeypair", "-alias", ALIAS, "-dname", "CN=localhost"));
            command.addAll(List.of("-ext", "SAN=dns:localhost,ip:127.0.0.1,ip:::1"));
            command.addAll(List.of("-startdate", START.format(from), "-validity", Integer.toString(days)));
            command.addAll(List.of("-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD));
            command.addAll(key);
            run(command);
            KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
            return new SelfSigned((X509Certificate) store.getCertificate(ALIAS), (PrivateKey)
                    store.getKey(ALIAS, PASSWORD.toCharArray()));
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed: " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("keytool did not finish");
        } finally {
            process.destroy();
        }
    }

    /** Both, as in a PEM file. */
    String pem() throws GeneralSecurityException {
        return PemBlock.write("CERTIFICATE", certificate.getEncoded()) + PemBlock.write(PemKey.LABEL, key.getEncoded());
    }
}
