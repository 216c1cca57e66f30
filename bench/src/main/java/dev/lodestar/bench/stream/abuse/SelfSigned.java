package dev.lodestar.bench.stream.abuse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A certificate with its key, made by the JDK's own tool: in PEM for the server, and as a key store. */
record SelfSigned(Path store, Path pem) {
    static final String PASSWORD = "measured";
    private static final Path STORE = Path.of("bench", "target", "abused.p12");

    /** Makes it anew. */
    static SelfSigned make() throws IOException, GeneralSecurityException, InterruptedException {
        Files.deleteIfExists(STORE);
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int exit = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-keystore",
                        STORE.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("keytool has failed.");
        }
        KeyStore keys = open();
        Path pem = STORE.resolveSibling("abused.pem");
        Files.writeString(
                pem,
                block("CERTIFICATE", keys.getCertificate("a").getEncoded())
                        + block(
                                "PRIVATE KEY",
                                keys.getKey("a", PASSWORD.toCharArray()).getEncoded()));
        return new SelfSigned(STORE, pem);
    }

    /** The one that was made last. */
    static KeyStore open() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(STORE)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static String block(String kind, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }

    /** What tells a server to use it. */
    String[] options() {
        return new String[] {"--tls-cert", pem.toString(), "--tls-key", pem.toString()};
    }

    void delete() throws IOException {
        Files.deleteIfExists(store);
        Files.deleteIfExists(pem);
    }
}
