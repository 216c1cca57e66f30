package dev.lodestar;

import java.nio.file.Path;

/**
 * The certificate that a server uses for {@code https}.
 *
 * <pre>{@code
 * Config config = Config.defaults().withTls(new Tls(Path.of("shop.crt"), Path.of("shop.key")));
 * }</pre>
 *
 * <p>The files are read when the server starts, and again whenever they change. Both can be the same file.
 *
 * @param certificate a PEM file with the server's certificate, followed by the certificates of its issuers, without the
 *     root
 * @param key a PEM file with the certificate's private key: RSA, EC or Ed25519, in PKCS#8, without a passphrase
 */
public record Tls(Path certificate, Path key) {}
