package dev.lodestar;

import java.nio.file.Path;

/**
 * The certificate by which a server proves who it is, for {@code https}. The files are read when the server starts, and again
 * when they change; both may be the same file.
 *
 * @param certificate a PEM file with the server's certificate, followed by those of who signed it, up to but without the root
 * @param key a PEM file with the certificate's private key, RSA, EC or Ed25519, in PKCS#8 and without a passphrase
 */
public record Tls(Path certificate, Path key) {}
